import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { QueueFilter } from '../../../../contract/operations/queue.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { problemOf } from '../common/call.ts';
import { DossierLineLink } from '../common/DossierLineLink.tsx';
import { dossiersQuery } from '../common/dossier-queries.ts';
import pane from '../common/ListPane.module.css';
import { moveInList } from '../common/list-focus.ts';
import { addressOfQueue, isNarrowed } from '../common/queue-address.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { BulkBar } from './BulkBar.tsx';
import styles from './Queue.module.css';
import { useFreshLines } from './useFreshLines.ts';
import { useKeptPlace } from './useKeptPlace.ts';
import { useSelection } from './useSelection.ts';

interface QueueListProps {
  readonly filter: QueueFilter;
  readonly search: string;
  readonly openId: string | undefined;
}

/** The lines, newest first, a page at a time. What arrives meanwhile is marked, and moves nothing that is being read. */
export function QueueList({ filter, search, openId }: QueueListProps) {
  const t = useText('office');
  const words = useText('office-queue');
  const queue = useInfiniteQuery(dossiersQuery(filter, search));
  const lines = useMemo(() => queue.data?.pages.flatMap((page) => page.dossiers), [queue.data]);
  const ids = useMemo(() => lines?.map((line) => line.id), [lines]);
  const fresh = useFreshLines(ids, openId);
  const selection = useSelection(ids);
  const list = useRef<HTMLOListElement>(null);
  useKeptPlace(list, ids);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id =
      event.target instanceof Element ? event.target.closest('[data-id]')?.getAttribute('data-id') : null;
    const step = { ArrowDown: 1, J: 1, ArrowUp: -1, K: -1 }[event.key];
    if (event.key === 'x' && id) selection.toggle(id);
    else if (event.key === 'A') selection.add(...(ids ?? []));
    else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear();
    else if (event.shiftKey && id && (step === 1 || step === -1)) {
      moveInList(step);
      const next = document.activeElement?.closest('[data-id]')?.getAttribute('data-id');
      selection.add(id, ...(next ? [next] : []));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {fresh.size > 0 && words('came', { count: fresh.size })}
      </p>
      {fresh.size > 0 && (
        <div className={styles.came}>
          <Button size="small" variant="quiet" aria-keyshortcuts="n" onClick={() => showFirst(list.current)}>
            {`↑ ${words('came', { count: fresh.size })}`}
          </Button>
        </div>
      )}
      <div className={pane.stale}>
        <StaleNotice query={queue} />
      </div>
      {lines === undefined && queue.error === null && <Spinner label={t('loading')} />}
      {lines?.length === 0 && <Nothing filter={filter} search={search} />}
      <ol ref={list} className={styles.lines} aria-busy={queue.isFetching} onKeyDown={onKey}>
        {lines?.map((line) => (
          <li key={line.id} data-id={line.id} data-picked={selection.ids.has(line.id)}>
            <label className={styles.pick}>
              <input
                type="checkbox"
                checked={selection.ids.has(line.id)}
                aria-label={words('pick', { name: line.subjectName })}
                onChange={() => selection.toggle(line.id)}
              />
            </label>
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
      <BulkBar lines={(lines ?? []).filter(({ id }) => selection.ids.has(id))} onClear={selection.clear} />
    </>
  );
}

/** Why the list is empty, and the way out. */
function Nothing({ filter, search }: { readonly filter: QueueFilter; readonly search: string }) {
  const t = useText('office');
  const words = useText('office-queue');
  if (search !== '')
    return (
      <p className={pane.empty}>
        {t('queue.notFound', { search })}
        {(filter.status !== undefined || isNarrowed(filter)) && (
          <Link href="/queue/all">{t('queue.searchAll')}</Link>
        )}
      </p>
    );
  if (isNarrowed(filter))
    return (
      <p className={pane.empty}>
        {words('filter.none')}
        <Link href={addressOfQueue(filter.status === undefined ? {} : { status: filter.status })}>
          {words('filter.clear')}
        </Link>
      </p>
    );
  const kind = filter.status === 'registered' ? 'registered' : 'other';
  return <p className={pane.empty}>{t(`queue.empty.${kind}`)}</p>;
}

function showFirst(list: HTMLElement | null): void {
  const first = list?.querySelector<HTMLElement>('[data-line]');
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
}
