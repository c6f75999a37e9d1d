import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod';
import { findHouseholds, getCalendar, getVisit } from '../../../../contract/operations/tasks.ts';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';

export type Calendar = z.output<typeof getCalendar.answer>;

/** What the field has to do between two days. */
export function calendarQuery(span: { readonly from: string; readonly to: string }) {
  return queryOptions({
    queryKey: ['visits', 'calendar', span.from, span.to],
    queryFn: ({ signal }) => call(getCalendar, { query: span }, signal),
    refetchInterval: POLL_EVERY,
    placeholderData: keepPreviousData,
  });
}

export function visitQuery(id: string) {
  return queryOptions({
    queryKey: ['visits', 'one', id],
    queryFn: ({ signal }) => call(getVisit, { params: { id } }, signal),
    refetchInterval: POLL_EVERY,
  });
}

/** People to visit by name or village; nothing is asked for less than two letters. */
export function householdsQuery(search: string) {
  return queryOptions({
    queryKey: ['households', search],
    queryFn: ({ signal }) => call(findHouseholds, { query: { search } }, signal),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  });
}
