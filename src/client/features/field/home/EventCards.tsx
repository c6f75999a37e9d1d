import { Suspense } from 'react';
import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { GuardNotice } from '../common/guard/GuardNotice.tsx';
import { useGuard } from '../common/guard/useGuard.ts';
import { lifeEvents } from '../common/life-events.ts';
import styles from './Home.module.css';

/** What brings most people; everything else is one press further. */
const USUAL = ['birth', 'account', 'old-age', 'death', 'marriage'];

/** "What does the family need today?": what happened leads to what can be done about it. */
export function EventCards() {
  const t = useText('begin');
  const guard = useGuard();
  const usual = USUAL.flatMap((id) => lifeEvents.find((event) => event.id === id) ?? []);
  return (
    <section className={styles.block}>
      <h1>{t('title')}</h1>
      {guard !== undefined && guard.verdict.kind !== 'fine' && (
        <Suspense>
          <GuardNotice facts={guard.facts} verdict={guard.verdict} />
        </Suspense>
      )}
      <div className={styles.events}>
        {usual.map(({ id, drawing }) => (
          <Link key={id} href={`/begin/${id}`} className={styles.event}>
            <Drawing name={drawing} size={72} />
            <span>{t(`events.${id}`)}</span>
          </Link>
        ))}
        <Link href="/begin" className={styles.event}>
          <Drawing name="question-mark" size={72} />
          <span>
            {t('other')}
            <small>{t('otherWhat')}</small>
          </span>
        </Link>
      </div>
    </section>
  );
}
