import { queryOptions } from '@tanstack/react-query';
import { listQueueChoices, listSavedFilters } from '../../../../contract/operations/queue.ts';
import { call } from '../common/call.ts';

/** What the filters can be set to; villages and tablets do not change while somebody looks. */
export const choicesQuery = queryOptions({
  queryKey: ['queue-choices'],
  queryFn: ({ signal }) => call(listQueueChoices, {}, signal),
  staleTime: 60_000,
});

export const savedFiltersQuery = queryOptions({
  queryKey: ['saved-filters'],
  queryFn: ({ signal }) => call(listSavedFilters, {}, signal),
  staleTime: 60_000,
});
