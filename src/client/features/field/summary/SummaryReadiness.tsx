import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useReadiness } from '../../../answers/useReadiness.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Summary } from '../../../storage/model.ts';
import { ReadinessFacts } from '../common/ReadinessFacts.tsx';
import { useServices } from '../common/services.ts';
import styles from './Summary.module.css';

interface SummaryReadinessProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
}

/** What still stands between this person and an electronic identity as of today: a card may have run out since. */
export function SummaryReadiness({ summary, definition }: SummaryReadinessProps) {
  const t = useText('interview');
  const { now } = useServices();
  const readiness = useReadiness(definition, summary.submission.answers, civilDate(now()));
  if (readiness === undefined) return null;
  return (
    <section className={styles.part}>
      <h2>{t('readiness.title')}</h2>
      <div className={styles.inside}>
        <ReadinessFacts readiness={readiness} />
      </div>
    </section>
  );
}
