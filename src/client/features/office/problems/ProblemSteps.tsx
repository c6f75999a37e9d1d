import type { ProblemStep } from '../../../../contract/operations/problems.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './Problems.module.css';

/** What was done about a problem, in order, answers in full. */
export function ProblemSteps({ steps }: { readonly steps: readonly ProblemStep[] }) {
  const t = useText('office-problems');
  return (
    <section className={styles.steps}>
      <h2>{t('steps.title')}</h2>
      {steps.length === 0 && <p>{t('steps.none')}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step.id} data-action={step.action}>
            <b>
              {t(`steps.${step.action}`, {
                name: step.byName ?? '',
                department: step.departmentName ?? '',
              })}
            </b>
            <time dateTime={step.at}>{formatDateTime(step.at)}</time>
            {step.text !== '' && <p>{step.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
