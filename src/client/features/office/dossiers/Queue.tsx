import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { problemOf } from '../common/call.ts';
import { DossierLineLink } from '../common/DossierLineLink.tsx';
import { dossiersQuery, type QueueFilter } from '../common/dossier-queries.ts';
import { SearchBox } from '../common/ListPane.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useSearchText } from '../common/useSearchText.ts';
import styles from './Queue.module.css';
import { useFreshLines } from './useFreshLines.ts';

interface QueueProps {
  readonly filter: QueueFilter;
  readonly openId: string | undefined;
}

/** The queue of one status, newest first, a page at a time; what arrives meanwhile appears by itself and is marked. */
export function Queue({ filter, openId }: QueueProps) {
  const t = useText('office');
  const { typed, searched, type } = useSearchText();
  const queue = useInfiniteQuery(dossiersQuery(filter, searched));
  const lines = useMemo(() => queue.data?.pages.flatMap((page) => page.dossiers), [queue.data]);
  const ids = useMemo(() => lines?.map((line) => line.id), [lines]);
  const fresh = useFreshLines(ids, openId);
  const query = searched === '' ? '' : `?${new URLSearchParams({ q: searched })}`;
  return (
    <>
      <header className={styles.head}>
        <h1>{t(`status.${filter}`)}</h1>
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
            ? t(`queue.empty.${filter === 'registered' ? 'registered' : 'other'}`)
            : t('queue.notFound', { search: searched })}
          {searched !== '' && filter !== 'all' && (
            <Link href={`/queue/all${query}`}>{t('queue.searchAll')}</Link>
          )}
        </p>
      )}
      <ol aria-busy={queue.isFetching}>
        {lines?.map((line) => (
          <li key={line.id}>
            <DossierLineLink
              line={line}
              href={`/queue/${filter}/${line.id}${query}`}
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
