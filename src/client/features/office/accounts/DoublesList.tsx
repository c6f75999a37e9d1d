import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import pane from '../common/ListPane.module.css';
import { StaleNotice } from '../common/StaleNotice.tsx';
import styles from './AccountsRoom.module.css';
import { doublesQuery } from './account-queries.ts';

/** Pairs that wait for somebody to look whether they are one person. */
export function DoublesList() {
  const t = useText('office-accounts');
  const office = useText('office');
  const query = useQuery(doublesQuery);
  const pairs = query.data?.pairs;
  return (
    <>
      <div className={pane.stale}>
        <StaleNotice query={query} />
      </div>
      {pairs === undefined && query.error === null && <Spinner label={office('loading')} />}
      {pairs?.length === 0 && <p className={pane.empty}>{t('list.none')}</p>}
      <ol>
        {pairs?.map(({ a, b, likeness }) => (
          <li key={`${a.id} ${b.id}`}>
            <Link
              href={`/accounts/${a.id}/beside/${b.id}`}
              className={`${pane.line} ${styles.line}`}
              data-line
            >
              <b>{a.name === b.name ? a.name : t('list.pair', { a: a.name, b: b.name })}</b>
              <span />
              <span className={styles.soft}>
                {[t(`doubles.${likeness}`), a.birthDate && formatDate(a.birthDate), a.village]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
