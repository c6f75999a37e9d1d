import type { Deps } from '../deps.ts';
import { mayActOnProcedure } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { deleteDraftVersion, holdProcedureVersions, markWithdrawn } from '../storage/procedure-versions.ts';
import { announceIn } from './announce-catalogue.ts';
import { findVersionToActOn } from './version-to-act-on.ts';

interface Asked {
  readonly id: string;
  readonly version: number;
}

type Refused =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string };

export type WithdrawProcedureOutcome = { readonly kind: 'withdrawn' } | Refused;
export type DiscardProcedureOutcome = { readonly kind: 'discarded' } | Refused;

/**
 * Nothing new begins with this version, shipped or published, from the tablets' next round on. What was begun with it is told
 * so there, and taken in here all the same. Repeated it changes nothing.
 */
export async function withdrawProcedure(
  deps: Deps,
  by: Actor,
  asked: Asked & { readonly reason: string },
): Promise<WithdrawProcedureOutcome> {
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdProcedureVersions(trx);
    const found = await findVersionToActOn(deps, trx, asked);
    if (found === undefined) return { kind: 'not-found' };
    const verdict = mayActOnProcedure(by, 'withdraw', found);
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    if (verdict.kind === 'state-not-allowed')
      return found.stored === 'withdrawn'
        ? { kind: 'withdrawn' }
        : { kind: 'state-not-allowed', reason: verdict.reason };
    await markWithdrawn(trx, { ...asked, at, by: by.staffId });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'procedure-withdrawn',
      subject: asked.id,
      detail: { version: asked.version, reason: asked.reason },
    });
    await announceIn(deps, trx);
    return { kind: 'withdrawn' };
  });
}

/** Throws a draft away; that it was there stays on record. */
export async function discardProcedure(
  deps: Deps,
  by: Actor,
  asked: Asked,
): Promise<DiscardProcedureOutcome> {
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdProcedureVersions(trx);
    const found = await findVersionToActOn(deps, trx, asked);
    if (found === undefined) return { kind: 'not-found' };
    const verdict = mayActOnProcedure(by, 'discard', found);
    if (verdict.kind !== 'allowed') return { kind: verdict.kind, reason: verdict.reason };
    await deleteDraftVersion(trx, asked.id, asked.version);
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'procedure-discarded',
      subject: asked.id,
      detail: { version: asked.version, digest: found.digest },
    });
    return { kind: 'discarded' };
  });
}
