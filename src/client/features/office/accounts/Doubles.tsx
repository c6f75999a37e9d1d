import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import styles from './Accounts.module.css';

/** Accounts that may be of the same person: why, and where the two are compared. */
export function Doubles({ account }: { readonly account: AccountDetail }) {
  const t = useText('office-accounts');
  if (account.doubles.length === 0) return null;
  return (
    <section className={styles.doubles}>
      <h2>{t('doubles.title')}</h2>
      <ul>
        {account.doubles.map(({ account: other, likeness, keptApart }) => (
          <li key={other.id} data-apart={keptApart !== null}>
            <div>
              <b>{other.name}</b>
              <p>
                {t(`doubles.${likeness}`)}
                {[other.birthDate && formatDate(other.birthDate), other.village, other.provisionalReference]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)}
              </p>
              {keptApart !== null && (
                <p className={styles.soft}>
                  {t('doubles.apart', {
                    name: keptApart.byName,
                    when: formatDateTime(keptApart.at),
                    reason: keptApart.reason,
                  })}
                </p>
              )}
            </div>
            <LinkButton href={`/accounts/${account.id}/beside/${other.id}`} size="small">
              {t(keptApart === null ? 'doubles.compare' : 'doubles.compareAgain')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
