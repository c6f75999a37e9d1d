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

/** Pairs that may be one person and wait for somebody to look. */
export const doublesQuery = queryOptions({
  queryKey: ['account-doubles'],
  queryFn: ({ signal }) => call(listDoubles, {}, signal),
  refetchInterval: POLL_EVERY,
});
