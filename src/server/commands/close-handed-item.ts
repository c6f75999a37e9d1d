import type { Deps } from '../deps.ts';
import { mayCloseHandedItem } from '../policies/handed-item.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { closeHandedItem as close, findHandedItem, lockHandedItem } from '../storage/handed-items.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import type { HandedItemRow } from '../storage/rows.ts';

export type CloseHandedItemOutcome =
  | { readonly kind: 'closed'; readonly item: HandedItemRow }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** Somebody closed it otherwise. */
  | { readonly kind: 'conflict' };

/** The supervisor's word on a handed item: taken over by the office, or to be corrected in the field. Repeated alike it changes nothing. */
export async function closeHandedItem(
  deps: Deps,
  by: Actor,
  asked: { readonly id: string; readonly as: 'taken-over' | 'to-correct'; readonly note: string },
): Promise<CloseHandedItemOutcome> {
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await lockHandedItem(trx, asked.id);
    const before = await findHandedItem(trx, asked.id);
    if (before === undefined) return { kind: 'not-found' };
    const verdict = mayCloseHandedItem(by, before);
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    if (verdict.kind === 'state-not-allowed')
      return before.state === asked.as ? { kind: 'closed', item: before } : { kind: 'conflict' };
    await close(trx, { ...asked, by: by.staffId, at });
    const after = await findHandedItem(trx, asked.id);
    if (after === undefined) throw new Error('a closed item is gone');
    await appendChange(trx, before.staffId, {
      kind: 'handed-item',
      submissionId: before.submissionId,
      state: asked.as,
      at: at.toISOString(),
    });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'handed-item-closed',
      subject: before.submissionId,
      detail: { id: asked.id, as: asked.as },
    });
    return { kind: 'closed', item: after };
  });
}
