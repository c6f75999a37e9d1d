import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { listAccounts, MOST_ACCOUNTS } from '../../../../contract/operations/accounts.ts';
import { formatDate, formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { call } from '../common/call.ts';
import pane from '../common/ListPane.module.css';
import { SearchBox, Split } from '../common/ListPane.tsx';
import { POLL_EVERY } from '../common/query-client.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import { usePrivateSearch } from '../common/usePrivateSearch.ts';
import { AccountPage } from './AccountPage.tsx';
import styles from './AccountsRoom.module.css';
import { doublesQuery } from './account-queries.ts';
import { DoublesList } from './DoublesList.tsx';

/** The accounts registered by staff of this commune, and the one that is open. */
export function AccountsRoom({ id }: { readonly id: string | undefined }) {
  const t = useText('office');
  return (
    <Split
      list={<AccountsPane openId={id} />}
      detail={id === undefined ? undefined : <AccountPage key={id} id={id} back="/accounts" />}
      nothingOpen={<EmptyState>{t('accounts.nothingOpen')}</EmptyState>}
    />
  );
}

/** All of them, or the pairs that may be one person. */
function AccountsPane({ openId }: { readonly openId: string | undefined }) {
  const t = useText('office');
  const own = useText('office-accounts');
  const [view, setView] = useState<'all' | 'doubles'>('all');
  const waiting = useQuery(doublesQuery).data?.pairs.length ?? 0;
  const { typed, searched, type } = usePrivateSearch('accounts');
  return (
    <>
      <header className={pane.head}>
        <h1>{t('nav.accounts')}</h1>
        <div className={styles.views}>
          <Button size="small" aria-pressed={view === 'all'} onClick={() => setView('all')}>
            {own('list.all')}
          </Button>
          <Button size="small" aria-pressed={view === 'doubles'} onClick={() => setView('doubles')}>
            {waiting === 0 ? own('list.doubles') : own('list.doublesWaiting', { count: waiting })}
          </Button>
        </div>
        {view === 'all' && <SearchBox label={t('accounts.search')} value={typed} onChange={type} />}
      </header>
      {view === 'all' ? <AccountList openId={openId} searched={searched} /> : <DoublesList />}
    </>
  );
}

function AccountList({
  openId,
  searched,
}: {
  readonly openId: string | undefined;
  readonly searched: string;
}) {
  const t = useText('office');
  const own = useText('office-accounts');
  const common = useText('common');
  const now = useNow();
  const query = useQuery({
    queryKey: ['accounts', searched],
    queryFn: ({ signal }) =>
      call(listAccounts, { query: searched === '' ? {} : { search: searched } }, signal),
    refetchInterval: POLL_EVERY,
  });
  const accounts = query.data?.accounts;
  return (
    <>
      <div className={pane.stale}>
        <StaleNotice query={query} />
      </div>
      {accounts === undefined && query.error === null && <Spinner label={t('loading')} />}
      {accounts?.length === 0 && (
        <p className={pane.empty}>
          {searched === '' ? t('accounts.empty') : t('queue.notFound', { search: searched })}
        </p>
      )}
      <ol>
        {accounts?.map((account) => (
          <li key={account.id}>
            <Link
              href={`/accounts/${account.id}`}
              className={`${pane.line} ${styles.line}`}
              data-line
              {...(account.id === openId ? { 'aria-current': 'true' as const } : {})}
            >
              <b>{account.name}</b>
              <span className={styles.state} data-state={account.state}>
                {t(`accountState.${account.state}`)}
              </span>
              <span className={styles.soft}>
                {[account.birthDate && formatDate(account.birthDate), account.village]
                  .filter(Boolean)
                  .join(' · ') || account.provisionalReference}
              </span>
              <time className={styles.soft} dateTime={account.receivedAt}>
                {formatMoment(account.receivedAt, now, common)}
              </time>
            </Link>
          </li>
        ))}
      </ol>
      {accounts?.length === MOST_ACCOUNTS && (
        <p className={pane.empty}>{own('list.newest', { count: MOST_ACCOUNTS })}</p>
      )}
    </>
  );
}
