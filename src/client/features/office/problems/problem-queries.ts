import { queryOptions } from '@tanstack/react-query';
import { getProblem, listProblems, type ProblemView } from '../../../../contract/operations/problems.ts';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';

/** The problems of one view, asked for again while the list is in front. */
export function problemsQuery(view: ProblemView) {
  return queryOptions({
    queryKey: ['problems', 'list', view],
    queryFn: ({ signal }) => call(listProblems, { query: { view } }, signal),
    refetchInterval: POLL_EVERY,
  });
}

export function problemQuery(id: string) {
  return queryOptions({
    queryKey: ['problems', 'one', id],
    queryFn: ({ signal }) => call(getProblem, { params: { id } }, signal),
    refetchInterval: POLL_EVERY,
  });
}
