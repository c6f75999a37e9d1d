import type { AccountAct } from '../../contract/operations/accounts.ts';
import { standAfter } from '../../domain/account/actions.ts';
import type { Deps } from '../deps.ts';
import { mayActOnAccount, mayPairAccounts } from '../policies/account.ts';
import type { Actor } from '../policies/reach.ts';
import type { Verdict } from '../policies/verdict.ts';
import {
  type AccountRecord,
  findAccountAction,
  insertAccountAction,
  keepAccountsApart,
  lockAccounts,
  saveCode,
  saveStanding,
} from '../storage/account-actions.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import { endTry } from '../storage/public-tries.ts';
import type { AccountActionDetail } from '../storage/rows.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { codeExpiry } from './code-expiry.ts';
import { triesOfCode } from './public-tries.ts';

export type ActOnAccountOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string };

/**
 * One action of the office on an account: its new standing, the action, the change for the tablets of whoever registered it,
 * and the record, all or nothing. A merge moves nothing: the account stands under another one, and undoing it lets it stand
 * for itself again.
 *
 * Idempotent with `commandId`, which becomes the action's id: the same command again finds its own work.
 */
export async function actOnAccount(
  deps: Deps,
  by: Actor,
  asked: {
    readonly accountId: string;
    readonly commandId: string;
    readonly revision: number;
    readonly act: AccountAct;
  },
): Promise<ActOnAccountOutcome> {
  const { act } = asked;
  const at = deps.clock.now();
  const otherId = otherOf(act);
  return inTransaction(deps.db, async (trx): Promise<ActOnAccountOutcome> => {
    const locked = await lockAccounts(trx, [asked.accountId, ...(otherId === undefined ? [] : [otherId])]);
    const account = locked.find(({ id }) => id === asked.accountId);
    const other = locked.find(({ id }) => id === otherId);
    if (account === undefined || (otherId !== undefined && other === undefined)) return { kind: 'not-found' };
    const verdict = judge(by, act, account, other);
    if (verdict.kind === 'forbidden') return verdict;
    const detail = detailOf(act);
    const earlier = await findAccountAction(trx, asked.commandId);
    if (earlier !== undefined) {
      const same =
        earlier.accountId === account.id &&
        earlier.action === act.kind &&
        earlier.staffId === by.staffId &&
        earlier.detail.other === detail.other &&
        earlier.detail.codeHash === detail.codeHash;
      return same ? { kind: 'done' } : { kind: 'conflict', detail: 'command-id-used' };
    }
    const seen = act.kind !== 'merge' || other?.revision === act.intoRevision;
    if (account.revision !== asked.revision || !seen) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return verdict;
    const after = standAfter(account.standing, { kind: act.kind, into: otherId });
    if (after === undefined) return { kind: 'state-not-allowed', reason: 'status' };

    await saveStanding(trx, account.id, after);
    if (act.kind === 'reissue-code') await giveCode(trx, account, act.codeHash, at);
    await insertAccountAction(trx, {
      id: asked.commandId,
      accountId: account.id,
      action: act.kind,
      at,
      staffId: by.staffId,
      detail,
    });
    if (act.kind === 'keep-apart') await keepAccountsApart(trx, [account.id, act.other], asked.commandId);
    if (after.state !== account.state)
      await appendChange(trx, account.staffId, {
        kind: 'account',
        submissionId: account.id,
        state: after.state,
        receivedAt: account.receivedAt.toISOString(),
      });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: `account-${act.kind}`,
      subject: account.id,
      detail: {
        commandId: asked.commandId,
        from: account.state,
        to: after.state,
        ...(otherId !== undefined && { other: otherId }),
        ...('check' in act && { check: act.check.how }),
      },
    });
    return { kind: 'done' };
  });
}

function judge(
  by: Actor,
  act: AccountAct,
  account: AccountRecord,
  other: AccountRecord | undefined,
): Verdict {
  const own = mayActOnAccount(by, act.kind, account);
  if (own.kind === 'forbidden' || other === undefined) return own;
  return act.kind === 'merge' || act.kind === 'keep-apart'
    ? mayPairAccounts(by, act.kind, account, other)
    : own;
}

function otherOf(act: AccountAct): string | undefined {
  if (act.kind === 'merge') return act.into;
  return act.kind === 'keep-apart' ? act.other : undefined;
}

function detailOf(act: AccountAct): AccountActionDetail {
  const other = otherOf(act);
  return {
    ...('reason' in act && { reason: act.reason }),
    ...('check' in act && { check: act.check }),
    ...('codeHash' in act && { codeHash: act.codeHash }),
    ...(other !== undefined && { other }),
  };
}

/** A new code in the old one's place, and its wrong tries forgotten. */
async function giveCode(trx: Trx, account: AccountRecord, hash: string, at: Date): Promise<void> {
  const { activation } = await getOfficeSettings(trx);
  await saveCode(trx, account.id, { hash, expiresAt: codeExpiry(at, activation.days) });
  await endTry(trx, [], [triesOfCode(account.provisionalReference)]);
}
