import { Link } from 'wouter';
import type { SupplementWork } from '../../../../contract/operations/field-work.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { ProcedureName } from '../common/ProcedureName.tsx';
import { SupplementStatePill } from './SupplementStatePill.tsx';
import styles from './Work.module.css';

/** Dossiers for which the office waits, the oldest request first. */
export function SupplementList({ supplements }: { readonly supplements: readonly SupplementWork[] }) {
  const t = useText('supplement');
  return (
    <section className={styles.kind}>
      <h2>{t('list.supplements', { count: supplements.length })}</h2>
      <ul>
        {supplements.map((one) => (
          <li key={one.id}>
            <Link href={`/work/supplement/${one.id}`} className={styles.card}>
              <span className={styles.cardHead}>
                <b>{one.subjectName || t('noName')}</b>
                <SupplementStatePill supplement={one} />
              </span>
              <span className={styles.about}>
                <ProcedureName id={one.procedure.id} />
                {one.village !== null && ` · ${one.village}`} ·{' '}
                <span className={styles.code}>{one.officialCode ?? one.provisionalReference}</span>
              </span>
              <span>{one.reason}</span>
              <span className={styles.about}>
                {t('asked', { name: one.byName, at: formatDateTime(one.requestedAt) })}
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
