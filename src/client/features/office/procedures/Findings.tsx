import type { ProcedureFinding } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './Procedures.module.css';

/** What the check found, errors first; that it found nothing is said too. */
export function Findings({ findings }: { readonly findings: readonly ProcedureFinding[] }) {
  const t = useText('office');
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0) return <Notice tone="good" title={t('procedures.noFindings')} />;
  return (
    <>
      {errors.length > 0 && (
        <Notice tone="problem" title={t('procedures.errors', { count: errors.length })}>
          <FindingList findings={errors} />
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="care" title={t('procedures.warnings', { count: warnings.length })}>
          <FindingList findings={warnings} />
        </Notice>
      )}
    </>
  );
}

function FindingList({ findings }: { readonly findings: readonly ProcedureFinding[] }) {
  return (
    <ul className={styles.findings}>
      {findings.map(({ place, message }) => (
        <li key={`${place}: ${message}`}>
          {place !== '' && (
            <>
              <code>{place}</code>:{' '}
            </>
          )}
          {message}
        </li>
      ))}
    </ul>
  );
}
