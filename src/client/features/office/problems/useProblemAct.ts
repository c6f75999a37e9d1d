import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import {
  actOnProblem,
  type ProblemAct,
  type ProblemDetail,
} from '../../../../contract/operations/problems.ts';
import { call, problemOf } from '../common/call.ts';
import { problemQuery } from './problem-queries.ts';

/**
 * Sends one act on a problem. One press is one command: after a lost answer the same command goes again and finds its own work.
 * Touched by somebody else meanwhile, the present state is fetched, and the next press is a new command.
 */
export function useProblemAct(problem: ProblemDetail, onDone: () => void) {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(() => newId());
  const mutation = useMutation({
    mutationFn: (act: ProblemAct) =>
      call(actOnProblem, {
        params: { id: problem.id },
        body: { commandId, revision: problem.revision, act },
      }),
    onSuccess: (after) => {
      setCommandId(newId());
      client.setQueryData(problemQuery(problem.id).queryKey, after);
      void client.invalidateQueries({ queryKey: ['problems', 'list'] });
      onDone();
    },
    onError: (failure) => {
      const { kind } = problemOf(failure);
      if (kind !== 'conflict' && kind !== 'state-not-allowed') return;
      setCommandId(newId());
      void client.invalidateQueries({ queryKey: ['problems'] });
    },
  });
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    failure: mutation.error === null ? undefined : problemOf(mutation.error),
  };
}
