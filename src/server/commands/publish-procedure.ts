import { civilDate } from '../../domain/calendar/civil-date.ts';
import type { Deps } from '../deps.ts';
import { mayActOnProcedure } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { holdProcedureVersions, markPublished } from '../storage/procedure-versions.ts';
import { announceIn } from './announce-catalogue.ts';
import { findVersionToActOn } from './version-to-act-on.ts';

export type PublishProcedureOutcome =
  | { readonly kind: 'published' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  /** The draft is another one by now. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'day-passed' };

/**
 * From that day on new interviews begin with this version; tablets are told at once where the day is today. What is published is
 * never changed again: the digest says that it is the very one that was looked at. Repeated it changes nothing.
 */
export async function publishProcedure(
  deps: Deps,
  by: Actor,
  asked: { readonly id: string; readonly version: number; readonly digest: string; readonly from: string },
): Promise<PublishProcedureOutcome> {
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdProcedureVersions(trx);
    const found = await findVersionToActOn(deps, trx, asked);
    if (found === undefined) return { kind: 'not-found' };
    const verdict = mayActOnProcedure(by, 'publish', found);
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    if (found.digest !== asked.digest) return { kind: 'conflict' };
    if (verdict.kind === 'state-not-allowed') {
      const isRepeat = found.stored === 'published' && found.from === asked.from;
      return isRepeat ? { kind: 'published' } : { kind: 'state-not-allowed', reason: verdict.reason };
    }
    if (asked.from < civilDate(at.toISOString())) return { kind: 'day-passed' };
    await markPublished(trx, { ...asked, at, by: by.staffId });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'procedure-published',
      subject: asked.id,
      detail: { version: asked.version, digest: asked.digest, from: asked.from },
    });
    await announceIn(deps, trx);
    return { kind: 'published' };
  });
}
