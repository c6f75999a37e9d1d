import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import {
  type AccountAct,
  type AccountDetail,
  actOnAccount,
} from '../../../../contract/operations/accounts.ts';
import { call, problemOf } from '../common/call.ts';

/**
 * Sends one action. One press is one command: after a lost answer the same command goes again and finds its own work. Touched
 * by somebody else meanwhile, everything about accounts is fetched anew; the next press is a new command.
 */
export function useAccountAct(account: Pick<AccountDetail, 'id' | 'revision'>, onDone: () => void) {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(() => newId());
  const fetchAnew = () => {
    for (const name of ['account', 'accounts', 'account-doubles', 'dossier'])
      void client.invalidateQueries({ queryKey: [name] });
  };
  const mutation = useMutation({
    mutationFn: (act: AccountAct) =>
      call(actOnAccount, {
        params: { id: account.id },
        body: { commandId, revision: account.revision, act },
      }),
    onSuccess: (after) => {
      client.setQueryData(['account', account.id], after);
      fetchAnew();
      onDone();
    },
    onError: (failure) => {
      const { kind } = problemOf(failure);
      if (kind !== 'conflict' && kind !== 'state-not-allowed') return;
      setCommandId(newId());
      fetchAnew();
    },
  });
  return {
    send: mutation.mutate,
    isSending: mutation.isPending,
    problem: mutation.error === null ? undefined : problemOf(mutation.error),
  };
}
