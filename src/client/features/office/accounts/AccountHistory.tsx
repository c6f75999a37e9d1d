import type { AccountDetail, AccountHistoryEntry } from '../../../../contract/operations/accounts.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import styles from './Accounts.module.css';

/** What was done to the account, by whom and why, the newest first. */
export function AccountHistory({ history }: Pick<AccountDetail, 'history'>) {
  const t = useText('office-accounts');
  return (
    <section className={styles.history}>
      <h2>{t('history.title')}</h2>
      {history.length === 0 && <p className={styles.soft}>{t('history.none')}</p>}
      <ol>
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{t(`history.action.${entry.action}`)}</b>
            <span>{entry.byName ?? t('history.citizen')}</span>
            <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
            {sayWhy(entry, t).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayWhy({ reason, check, other }: AccountHistoryEntry, t: Text): string[] {
  return [
    other === null ? '' : t('history.other', { name: other.name, reference: other.provisionalReference }),
    reason ?? '',
    check === null ? '' : t(`check.${check.how}`) + (check.how === 'known-person' ? `: ${check.who}` : ''),
  ].filter((line) => line !== '');
}
