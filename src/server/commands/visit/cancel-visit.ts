import type { Deps } from '../../deps.ts';
import type { Actor } from '../../policies/reach.ts';
import { mayActOnVisit } from '../../policies/visit.ts';
import { inTransaction } from '../../storage/connection.ts';
import { appendAudit } from '../../storage/journal.ts';
import { cancelVisit as cancel, lockVisit } from '../../storage/visits.ts';
import type { VisitOutcome } from './plan-visit.ts';
import { tellVisitors } from './tell-visitors.ts';

/** Cancels a visit that is still planned; whoever was to go learns of it. Repeated alike it changes nothing. */
export async function cancelVisit(
  deps: Deps,
  by: Actor,
  asked: { readonly id: string; readonly revision: number; readonly reason: string },
): Promise<VisitOutcome> {
  const at = deps.clock.now();
  return inTransaction<VisitOutcome>(deps.db, async (trx) => {
    const before = await lockVisit(trx, asked.id);
    if (before === undefined) return { kind: 'not-found' };
    const verdict = mayActOnVisit(by, 'cancel', before);
    if (verdict.kind === 'forbidden') return verdict;
    if (before.status === 'cancelled' && before.cancelledBecause === asked.reason)
      return { kind: 'done', visit: before };
    if (before.revision !== asked.revision) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return verdict;
    await cancel(trx, asked.id, asked.reason);
    const visit = await lockVisit(trx, asked.id);
    if (visit === undefined) throw new Error('a cancelled visit is gone');
    await tellVisitors(
      trx,
      visit.staff.map(({ id }) => id),
    );
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'visit-cancelled',
      subject: visit.id,
      detail: { day: visit.day, revision: visit.revision },
    });
    return { kind: 'done', visit };
  });
}
