import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { actOnDossier, type DossierAct } from '../../../../../contract/operations/dossier-actions.ts';
import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import { call, problemOf } from '../../common/call.ts';
import { dossierQuery } from '../../common/dossier-queries.ts';

/**
 * Sends one act on the dossier as it was when the officer began, whatever news has come in behind the dialog since. One press is
 * one command: after a lost answer the same command goes again and finds its own work. Touched by somebody else meanwhile, the
 * present state is fetched and the officer looks again; the next press is a new command on that state.
 */
export function useAct(dossier: DossierDetail, onDone: () => void) {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(() => newId());
  const [revision, setRevision] = useState(dossier.revision);
  const { queryKey } = dossierQuery(dossier.id);
  const mutation = useMutation({
    mutationFn: (act: DossierAct) =>
      call(actOnDossier, {
        params: { id: dossier.id },
        body: { commandId, revision, act },
      }),
    onSuccess: (after) => {
      client.setQueryData(queryKey, after);
      void client.invalidateQueries({ queryKey: ['dossiers'] });
      onDone();
    },
    onError: async (failure) => {
      const { kind } = problemOf(failure);
      if (kind !== 'conflict' && kind !== 'state-not-allowed') return;
      setCommandId(newId());
      void client.invalidateQueries({ queryKey: ['dossiers'] });
      await client.invalidateQueries({ queryKey });
      setRevision((before) => client.getQueryData(queryKey)?.revision ?? before);
    },
  });
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    problem: mutation.error === null ? undefined : problemOf(mutation.error),
  };
}
