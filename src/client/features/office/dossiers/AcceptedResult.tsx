import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { sayDueReason } from '../common/due-reason.ts';
import styles from './AcceptedResult.module.css';

/** The code, the moment of receipt, the date of the result, whether the clock stands now, and how that date came about. */
export function AcceptedResult({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office');
  const acts = useText('office-acts');
  const { officialCode, acceptedAt, acceptedByName, dueAt, dueReason, pausedAt, endedAt } = dossier;
  return (
    <section className={styles.result} data-status={dossier.status} aria-labelledby="accepted-title">
      <h2 id="accepted-title">{t('accepted.title')}</h2>
      <p className={styles.code}>{officialCode}</p>
      <dl>
        {acceptedAt !== null && (
          <div>
            <dt>{t('accepted.at')}</dt>
            <dd>
              {formatDateTime(acceptedAt)}
              {acceptedByName !== null && <> · {acceptedByName}</>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('accepted.dueAt')}</dt>
          <dd className={styles.due}>{dueAt === null ? t('accepted.noDue') : formatDateTime(dueAt)}</dd>
          {pausedAt !== null && endedAt === null && (
            <dd className={styles.stands}>
              {acts('standing.pausedSince', { at: formatDateTime(pausedAt) })}
            </dd>
          )}
        </div>
      </dl>
      {dueReason.length > 0 && (
        <details open={dossier.status === 'accepted'}>
          <summary>{t('accepted.why')}</summary>
          <ol>
            {dueReason.map((reason, place) => (
              // The same may be said twice, before and after a pause; what is said stays where it is.
              // biome-ignore lint/suspicious/noArrayIndexKey: a reason has no other name than its place
              <li key={place}>{sayDueReason(reason, t)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
