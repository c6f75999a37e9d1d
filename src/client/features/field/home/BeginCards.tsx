import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { getCurrentProcedure } from '../../../../procedures/catalogue.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { GuardNotice } from '../common/guard/GuardNotice.tsx';
import { useGuard } from '../common/guard/useGuard.ts';
import { useServices, useSession, useStored } from '../common/services.ts';
import { startDraft } from '../common/start-draft.ts';
import styles from './Home.module.css';
import { findRetired } from './retired.ts';

/** What brings people, in their words, and the procedure it begins. */
const events = [
  { procedureId: 'birth-registration', drawing: 'baby' },
  { procedureId: 'account-registration', drawing: 'smartphone' },
] as const;

/**
 * "What does the family need today?": one press begins an interview, kept from its first moment. Where the guard rails
 * hold new dossiers, these cards are all that is held.
 */
export function BeginCards() {
  const t = useText();
  const { now } = useServices();
  const { records } = useSession();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [isFull, setFull] = useState(false);
  const guard = useGuard();
  const news = useStored('news', ({ storage }) => storage.outbox.listOfficeNews());
  const retired = findRetired(news ?? []);
  const isHeld = guard?.verdict.kind === 'hold-new';
  const begin = async (procedureId: string) => {
    const definition = getCurrentProcedure(procedureId);
    const outcome = await startDraft(
      { definition, languages: { reading: language, spoken: language } },
      records,
      now(),
    );
    if (outcome.kind === 'no-space') setFull(true);
    else navigate(`/interview/${outcome.id}`);
  };
  return (
    <section className={styles.block}>
      <h1>{t('home.begin')}</h1>
      {isFull && <Notice tone="problem">{t('home.noSpace')}</Notice>}
      {guard !== undefined && guard.verdict.kind !== 'fine' && (
        <Suspense>
          <GuardNotice facts={guard.facts} verdict={guard.verdict} />
        </Suspense>
      )}
      <div className={styles.events}>
        {events.map(({ procedureId, drawing }) => (
          <button
            key={procedureId}
            type="button"
            className={styles.event}
            disabled={isHeld || retired.has(procedureId)}
            onClick={() => void begin(procedureId)}
          >
            <Drawing name={drawing} size={96} />
            <span>
              {t(`home.events.${procedureId}.need`)}
              <small>
                {t(retired.has(procedureId) ? 'home.retired' : `home.events.${procedureId}.what`)}
              </small>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
