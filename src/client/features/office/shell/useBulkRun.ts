import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { v7 as newId } from 'uuid';
import { actOnDossier } from '../../../../contract/operations/dossier-actions.ts';
import type { BulkAct } from '../common/bulk/bulk-acts.ts';
import { BulkRun } from '../common/bulk/bulk-run.ts';
import { CallFailed, call } from '../common/call.ts';

/** The run of bulk acts, alive as long as the shell; whoever leaves the page meanwhile is asked by the browser. */
export function useBulkRun(): BulkRun<BulkAct> {
  const client = useQueryClient();
  const [run] = useState(
    () =>
      new BulkRun<BulkAct>({
        newId: () => newId(),
        now: () => Date.now(),
        send: async ({ id, revision }, act, commandId) => {
          try {
            await call(actOnDossier, { params: { id }, body: { commandId, revision, act } });
            return undefined;
          } catch (failure) {
            if (failure instanceof CallFailed) return failure.problem;
            throw failure;
          }
        },
        onSettled: () => {
          void client.invalidateQueries({ queryKey: ['dossiers'] });
          void client.invalidateQueries({ queryKey: ['dossier'] });
        },
      }),
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { kind } = run.get();
      if (kind === 'waiting' || kind === 'sending') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      // The session is over: what was not sent is not done.
      run.undo();
    };
  }, [run]);
  return run;
}
