import { queryOptions } from '@tanstack/react-query';
import { getProcedure, listProcedures } from '../../../../contract/operations/procedures.ts';
import { call } from '../common/call.ts';

/** Of everything that an action on a version changes. */
export const proceduresKey = ['procedures'] as const;

export const procedureListQuery = queryOptions({
  queryKey: [...proceduresKey, 'list'],
  queryFn: ({ signal }) => call(listProcedures, {}, signal),
});

/** One version with its texts. */
export function procedureQuery(id: string, version: number) {
  return queryOptions({
    queryKey: [...proceduresKey, id, version],
    queryFn: ({ signal }) => call(getProcedure, { params: { id, version: String(version) } }, signal),
  });
}
