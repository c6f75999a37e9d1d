import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import {
  type AccountAct,
  type AccountDetail,
  actOnAccount,
} from '../../../../contract/operations/accounts.ts';
import { call, problemOf } from '../common/call.ts';
import { accountQuery } from './account-queries.ts';

type Touched = Pick<AccountDetail, 'id' | 'revision'>;

/**
 * Sends one action on the account as it was when the officer began, `other` beside it, whatever was fetched behind the dialog
 * since. One press is one command: after a lost answer the same command goes again and finds its own work. Touched by somebody else
 * meanwhile, everything about accounts is fetched anew; the next press is a new command on that.
 */
export function useAccountAct(account: Touched, onDone: () => void, other: Touched = account) {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(() => newId());
  const [seen, setSeen] = useState({ account: account.revision, other: other.revision });
  const revisionNow = ({ id, revision }: Touched) =>
    client.getQueryData(accountQuery(id).queryKey)?.revision ?? revision;
  const fetchAnew = () => {
    for (const name of ['accounts', 'account-doubles', 'dossier'])
      void client.invalidateQueries({ queryKey: [name] });
    return client.invalidateQueries({ queryKey: ['account'] });
  };
  const mutation = useMutation({
    mutationFn: (act: AccountAct) =>
      call(actOnAccount, {
        params: { id: account.id },
        body: { commandId, revision: seen.account, act },
      }),
    onSuccess: (after) => {
      client.setQueryData(accountQuery(account.id).queryKey, after);
      void fetchAnew();
      onDone();
    },
    onError: async (failure) => {
      const { kind } = problemOf(failure);
      if (kind !== 'conflict' && kind !== 'state-not-allowed') return;
      setCommandId(newId());
      await fetchAnew();
      setSeen({ account: revisionNow(account), other: revisionNow(other) });
    },
  });
  return {
    send: mutation.mutate,
    /** Of the other account, as it is acted on. */
    otherRevision: seen.other,
    isSending: mutation.isPending,
    problem: mutation.error === null ? undefined : problemOf(mutation.error),
  };
}
