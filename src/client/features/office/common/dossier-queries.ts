import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import { getDossier, listDossiers } from '../../../../contract/operations/office.ts';
import { call } from './call.ts';
import { POLL_EVERY } from './query-client.ts';

type Query = NonNullable<z.input<NonNullable<typeof listDossiers.query>>>;
export type QueueFilter = NonNullable<Query['status']> | 'all';
export type DossierPage = z.output<typeof listDossiers.answer>;

const firstPage: Query = {};

/** The queue, newest first, a page at a time; asked again while it is on the screen. */
export function dossiersQuery(filter: QueueFilter, search: string) {
  const asked: Query = {
    ...(filter === 'all' ? {} : { status: filter }),
    ...(search === '' ? {} : { search }),
  };
  return infiniteQueryOptions({
    queryKey: ['dossiers', filter, search],
    queryFn: ({ pageParam, signal }) => call(listDossiers, { query: { ...asked, ...pageParam } }, signal),
    initialPageParam: firstPage,
    getNextPageParam: (page: DossierPage): Query | undefined => {
      const last = page.dossiers.at(-1);
      return page.more && last !== undefined ? { before: last.receivedAt, beforeId: last.id } : undefined;
    },
    refetchInterval: POLL_EVERY,
  });
}

/** One dossier, with everything the officer may see of it. */
export function dossierQuery(id: string) {
  return queryOptions({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => call(getDossier, { params: { id } }, signal),
    refetchInterval: POLL_EVERY,
  });
}
