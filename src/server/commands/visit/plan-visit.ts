import { canonicalJson } from '../../../contract/canonical-json.ts';
import type { Plan } from '../../../contract/operations/tasks.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../policies/reach.ts';
import { mayActOnVisit, mayBeSent, mayPlanVisits } from '../../policies/visit.ts';
import { inTransaction, type Trx } from '../../storage/connection.ts';
import { appendAudit } from '../../storage/journal.ts';
import type { VisitRow } from '../../storage/rows.ts';
import { findStaffById } from '../../storage/staff.ts';
import { insertVisit, lockVisit, updateVisit } from '../../storage/visits.ts';
import { tellVisitors } from './tell-visitors.ts';

export type VisitOutcome =
  | { readonly kind: 'done'; readonly visit: VisitRow }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string };

/** Plans a visit in the planner's own commune; those who go learn of it. `@idempotent with id` */
export async function planVisit(
  deps: Deps,
  by: Actor,
  asked: Plan & { readonly id: string },
): Promise<VisitOutcome> {
  const verdict = mayPlanVisits(by);
  if (verdict.kind === 'forbidden') return verdict;
  const at = deps.clock.now();
  return inTransaction<VisitOutcome>(deps.db, async (trx) => {
    const refusal = await whyNotSent(trx, asked.staffIds, by.commune);
    if (refusal !== undefined) return { kind: 'forbidden', reason: refusal };
    const isNew = await insertVisit(trx, { ...asked, commune: by.commune, plannedBy: by.staffId, at });
    const visit = await lockVisit(trx, asked.id);
    if (visit === undefined) throw new Error('a planned visit is gone');
    if (!isNew) {
      const isSame = visit.commune === by.commune && visit.revision === 1 && isPlanOf(visit, asked);
      return isSame ? { kind: 'done', visit } : { kind: 'conflict', detail: 'id-used' };
    }
    await tellVisitors(trx, asked.staffIds);
    await appendAudit(trx, { ...onRecord('visit-planned', visit, by), at });
    return { kind: 'done', visit };
  });
}

/** Writes another plan over a visit that is still planned; whoever goes, went or need not go any more learns of it. */
export async function changeVisit(
  deps: Deps,
  by: Actor,
  asked: Plan & { readonly id: string; readonly revision: number },
): Promise<VisitOutcome> {
  const at = deps.clock.now();
  return inTransaction<VisitOutcome>(deps.db, async (trx) => {
    const before = await lockVisit(trx, asked.id);
    if (before === undefined) return { kind: 'not-found' };
    const verdict = mayActOnVisit(by, 'change', before);
    if (verdict.kind === 'forbidden') return verdict;
    // The same change, heard before: its answer was lost on the way.
    if (isPlanOf(before, asked)) return { kind: 'done', visit: before };
    if (before.revision !== asked.revision) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return verdict;
    const refusal = await whyNotSent(trx, asked.staffIds, before.commune);
    if (refusal !== undefined) return { kind: 'forbidden', reason: refusal };
    await updateVisit(trx, asked.id, asked);
    const visit = await lockVisit(trx, asked.id);
    if (visit === undefined) throw new Error('a changed visit is gone');
    await tellVisitors(trx, [...before.staff.map(({ id }) => id), ...asked.staffIds]);
    await appendAudit(trx, { ...onRecord('visit-changed', visit, by), at });
    return { kind: 'done', visit };
  });
}

async function whyNotSent(
  trx: Trx,
  staffIds: readonly string[],
  commune: string,
): Promise<string | undefined> {
  for (const staffId of staffIds) {
    const goer = await findStaffById(trx, staffId);
    if (goer === undefined) return 'staff-unknown';
    const verdict = mayBeSent(goer, { commune });
    if (verdict.kind !== 'allowed') return verdict.reason;
  }
  return undefined;
}

function isPlanOf(visit: VisitRow, plan: Plan): boolean {
  const { day, village, note, households } = visit;
  const staffIds = visit.staff.map(({ id }) => id).sort();
  return (
    canonicalJson({ day, village, note, households, staffIds }) ===
    canonicalJson({
      day: plan.day,
      village: plan.village,
      note: plan.note,
      households: plan.households,
      staffIds: [...new Set(plan.staffIds)].sort(),
    })
  );
}

/** Ids and numbers alone: whose household it is stays out of the record. */
function onRecord(action: string, visit: VisitRow, by: Actor) {
  return {
    staffId: by.staffId,
    deviceId: null,
    action,
    subject: visit.id,
    detail: {
      day: visit.day,
      households: visit.households.length,
      staff: visit.staff.map(({ id }) => id),
      revision: visit.revision,
    },
  };
}
