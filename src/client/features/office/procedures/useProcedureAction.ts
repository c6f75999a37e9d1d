import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../common/call.ts';
import { proceduresKey } from './procedure-queries.ts';

/** One word of an administrator on a version: what is on the screen is asked for anew, however it went. */
export function useProcedureAction(action: () => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: action,
    onSettled: () => client.invalidateQueries({ queryKey: proceduresKey }),
    onSuccess: onDone,
  });
  return { go: () => mutate(), isPending, problem: error === null ? undefined : problemOf(error) };
}
