import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { OfficeState } from '../../../storage/model.ts';
import styles from './OfficeWord.module.css';
import { isAwaited } from './office-words.ts';

/** What the office itself said of a submission: its code, when it came, when the result is due. Only ever the office's word. */
export function OfficeWord({ office }: { readonly office: OfficeState }) {
  const t = useText('interview');
  if (office.kind === 'account') {
    return (
      <dl className={styles.word}>
        <dt>{t('office.state')}</dt>
        <dd>{t(`office.account.${office.state}`)}</dd>
        <dt>{t('office.receivedAt')}</dt>
        <dd>{formatDateTime(office.receivedAt)}</dd>
      </dl>
    );
  }
  const due = isAwaited(office.status) ? sayDue(office) : undefined;
  return (
    <dl className={styles.word}>
      <dt>{t('office.state')}</dt>
      <dd>{t(`office.status.${office.status}`)}</dd>
      {office.officialCode !== null && (
        <>
          <dt>{t('office.code')}</dt>
          <dd className={styles.code}>{office.officialCode}</dd>
        </>
      )}
      {office.acceptedAt !== null && (
        <>
          <dt>{t('office.acceptedAt')}</dt>
          <dd>{formatDateTime(office.acceptedAt)}</dd>
        </>
      )}
      {office.acceptedAt === null && (
        <>
          <dt>{t('office.receivedAt')}</dt>
          <dd>{formatDateTime(office.receivedAt)}</dd>
        </>
      )}
      {due !== undefined && (
        <>
          <dt>{t('office.due')}</dt>
          <dd>{due}</dd>
        </>
      )}
    </dl>
  );
}

function sayDue({ dueAt, dueDate }: Extract<OfficeState, { kind: 'dossier' }>): string | undefined {
  if (dueAt !== null) return formatDateTime(dueAt);
  return dueDate === null ? undefined : formatDate(dueDate);
}
