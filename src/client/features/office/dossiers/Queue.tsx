import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { QueueFilter } from '../../../../contract/operations/queue.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { problemOf } from '../common/call.ts';
import { DossierLineLink } from '../common/DossierLineLink.tsx';
import { dossiersQuery } from '../common/dossier-queries.ts';
import { SearchBox } from '../common/ListPane.tsx';
import { addressOfQueue } from '../common/queue-address.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { usePrivateSearch } from '../common/usePrivateSearch.ts';
import styles from './Queue.module.css';
import { useFreshLines } from './useFreshLines.ts';

interface QueueProps {
  readonly filter: QueueFilter;
  readonly openId: string | undefined;
}

/** The queue of one status, newest first, a page at a time; what arrives meanwhile appears by itself and is marked. */
export function Queue({ filter, openId }: QueueProps) {
  const t = useText('office');
  const { typed, searched, type } = usePrivateSearch('queue');
  const queue = useInfiniteQuery(dossiersQuery(filter, searched));
  const lines = useMemo(() => queue.data?.pages.flatMap((page) => page.dossiers), [queue.data]);
  const ids = useMemo(() => lines?.map((line) => line.id), [lines]);
  const fresh = useFreshLines(ids, openId);
  const place = filter.status ?? 'all';
  return (
    <>
      <header className={styles.head}>
        <h1>{t(`status.${place}`)}</h1>
        <SearchBox label={t('queue.search')} value={typed} onChange={type} />
        <p className="visually-hidden" aria-live="polite">
          {fresh.size > 0 && t('queue.cameIn', { count: fresh.size })}
        </p>
      </header>
      <div className={styles.stale}>
        <StaleNotice query={queue} />
      </div>
      {lines === undefined && queue.error === null && <Spinner label={t('loading')} />}
      {lines?.length === 0 && (
        <p className={styles.empty}>
          {searched === ''
            ? t(`queue.empty.${place === 'registered' ? 'registered' : 'other'}`)
            : t('queue.notFound', { search: searched })}
          {searched !== '' && place !== 'all' && <Link href="/queue/all">{t('queue.searchAll')}</Link>}
        </p>
      )}
      <ol aria-busy={queue.isFetching}>
        {lines?.map((line) => (
          <li key={line.id}>
            <DossierLineLink
              line={line}
              href={addressOfQueue(filter, line.id)}
              isOpen={line.id === openId}
              isFresh={fresh.has(line.id)}
            />
          </li>
        ))}
      </ol>
      {queue.hasNextPage && (
        <div className={styles.more}>
          <Button
            size="small"
            wide
            busy={queue.isFetchingNextPage}
            onClick={() => void queue.fetchNextPage()}
          >
            {queue.isFetchNextPageError
              ? t('queue.moreAgain', { reason: t(`problem.${problemOf(queue.error).kind}`) })
              : t('queue.more')}
          </Button>
        </div>
      )}
    </>
  );
}
