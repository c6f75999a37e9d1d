import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getDossier } from '../../../../contract/operations/office.ts';
import { listDossiers, type QueueFilter, searchDossiers } from '../../../../contract/operations/queue.ts';
import { call } from './call.ts';
import { isLive } from './live.ts';
import { POLL_EVERY } from './query-client.ts';

/** In how many milliseconds. Where news arrives by itself, asking is only for what no event tells: a photo that came, midnight. */
export const askAgainIn = () => (isLive() ? 4 * POLL_EVERY : POLL_EVERY);

const firstPage: string | undefined = undefined;

/** The queue, newest first, a page at a time; asked again while it is on the screen. */
export function dossiersQuery(filter: QueueFilter, search: string) {
  return infiniteQueryOptions({
    queryKey: ['dossiers', filter, search],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === undefined ? {} : { after: pageParam };
      return search === ''
        ? call(listDossiers, { query: { ...filter, ...after } }, signal)
        : call(searchDossiers, { body: { filter, search, ...after } }, signal);
    },
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: (page): string | undefined => page.next ?? undefined,
    refetchInterval: askAgainIn,
  });
}

/** One dossier, with everything the officer may see of it. */
export function dossierQuery(id: string) {
  return queryOptions({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => call(getDossier, { params: { id } }, signal),
    refetchInterval: askAgainIn,
  });
}
