import { createHash, timingSafeEqual } from 'node:crypto';
import { standAfter } from '../../domain/account/actions.ts';
import type { Deps } from '../deps.ts';
import { insertAccountAction, lockAccountByReference, saveStanding } from '../storage/account-actions.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import { beginTry, endTry } from '../storage/public-tries.ts';
import { triesFrom, triesOfCode } from './public-tries.ts';

export type ActivateAccountOutcome =
  | { readonly kind: 'activated' }
  | { readonly kind: 'already-active' }
  /** The code was right once; a new one is given at the office. */
  | { readonly kind: 'expired' }
  /** Suspended or merged: only the office can see to it. */
  | { readonly kind: 'at-office' }
  /** No such account, or another code: the same answer. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * The citizen makes the account theirs with the two codes of the slip: its state, the action, the change for the tablets of
 * whoever registered it, and the record, all or nothing. Once more with the same codes it is active already. Wrong tries
 * are counted for the account and for the address, whether there is such an account or not.
 */
export async function activateAccount(
  deps: Deps,
  asked: { readonly reference: string; readonly code: string; readonly address: string },
): Promise<ActivateAccountOutcome> {
  const at = deps.clock.now();
  const ofCode = triesOfCode(asked.reference);
  const tries = [ofCode, triesFrom(asked.address)];
  return inTransaction(deps.db, async (trx): Promise<ActivateAccountOutcome> => {
    // The account before its tries, as an officer who gives a new code takes them: the two never wait for each other.
    const account = await lockAccountByReference(trx, asked.reference);
    const seconds = await beginTry(trx, tries, at);
    if (seconds > 0) return { kind: 'wait', seconds };
    if (!isHashOf(account?.codeHash ?? '', asked.code) || account === undefined) return { kind: 'wrong' };
    await endTry(trx, tries, [ofCode]);
    if (account.state === 'active') return { kind: 'already-active' };
    if (account.state !== 'pending') return { kind: 'at-office' };
    if (account.codeExpiresAt <= at) return { kind: 'expired' };
    const after = standAfter(account.standing, { kind: 'activate' });
    if (after === undefined) return { kind: 'at-office' };
    const actionId = deps.random.id();
    await saveStanding(trx, account.id, after);
    await insertAccountAction(trx, {
      id: actionId,
      accountId: account.id,
      action: 'activate',
      at,
      staffId: null,
      detail: {},
    });
    await appendChange(trx, account.staffId, {
      kind: 'account',
      submissionId: account.id,
      state: after.state,
      receivedAt: account.receivedAt.toISOString(),
    });
    await appendAudit(trx, {
      at,
      staffId: null,
      deviceId: null,
      action: 'account-activate',
      subject: account.id,
      detail: { commandId: actionId, from: account.state, to: after.state, by: 'citizen' },
    });
    return { kind: 'activated' };
  });
}

/** In a time that says nothing of where they differ. */
function isHashOf(hash: string, code: string): boolean {
  const own = createHash('sha256').update(code).digest();
  const kept = Buffer.from(hash, 'base64url');
  // The same work where there is nothing to compare with.
  return timingSafeEqual(own, kept.length === own.length ? kept : Buffer.alloc(own.length));
}
