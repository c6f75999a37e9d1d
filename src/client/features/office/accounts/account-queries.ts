import { queryOptions } from '@tanstack/react-query';
import { getAccount, listDoubles } from '../../../../contract/operations/accounts.ts';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';

/** One account, with everything that the officer may see of it. */
export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['account', id],
    queryFn: ({ signal }) => call(getAccount, { params: { id } }, signal),
    refetchInterval: POLL_EVERY,
  });
}

/** Looking through a hundred thousand accounts takes the office's machine a second, and pairs are no hurry. */
const NOW_AND_THEN = 5 * 60_000;

/** Pairs that may be one person and wait for somebody to look; what one does about them is seen at once. */
export const doublesQuery = queryOptions({
  queryKey: ['account-doubles'],
  queryFn: ({ signal }) => call(listDoubles, {}, signal),
  refetchInterval: NOW_AND_THEN,
  staleTime: 60_000,
});
