import type { Deps } from '../deps.ts';
import { mayGiveDraft, mayHandOverDraft } from '../policies/draft.ts';
import type { Actor } from '../policies/reach.ts';
import type { Verdict } from '../policies/verdict.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { findOpenDraft, insertHandOver, lockDraft } from '../storage/draft-backups.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import type { KeptDraftRow, StaffRow } from '../storage/rows.ts';
import { findStaffById } from '../storage/staff.ts';
import { type DraftAsker, findDraftAsker } from './draft-asker.ts';

export type HandOverDraftOutcome =
  | { readonly kind: 'handed-over'; readonly at: Date }
  | { readonly kind: 'unauthorized' | 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** `older`: the office does not have the state the tablet speaks of. `holder`: somebody else has it by now. */
  | { readonly kind: 'conflict'; readonly reason: 'older' | 'holder' };

/** From a staff member's own tablet. `@idempotent with draft and colleague` */
export async function giveDraft(
  deps: Deps,
  request: DraftAsker & { readonly id: string; readonly updatedAt: string; readonly toStaffId: string },
): Promise<HandOverDraftOutcome> {
  const { id, updatedAt, toStaffId } = request;
  const staff = await findDraftAsker(deps, request, {
    action: 'hand-over',
    about: [id, updatedAt, toStaffId],
  });
  if (staff === undefined) return { kind: 'unauthorized' };
  return await move(deps, {
    id,
    toStaffId,
    by: { staffId: staff.id, deviceId: request.deviceId },
    ask: (draft, to) => mayGiveDraft({ staffId: staff.id }, { ...draft, holderId: draft.holder.id }, to),
    from: staff.id,
    knows: (draft) => draft.updatedAt.getTime() === Date.parse(updatedAt),
  });
}

/** By the supervisor, for a colleague who cannot go on. `@idempotent with draft and colleague` */
export async function moveDraft(
  deps: Deps,
  by: Actor,
  request: { readonly id: string; readonly fromStaffId: string; readonly toStaffId: string },
): Promise<HandOverDraftOutcome> {
  return await move(deps, {
    id: request.id,
    toStaffId: request.toStaffId,
    by: { staffId: by.staffId, deviceId: null },
    ask: (draft, to) => mayHandOverDraft(by, { ...draft, holderId: draft.holder.id }, to),
    from: request.fromStaffId,
    knows: () => true,
  });
}

interface Move {
  readonly id: string;
  readonly toStaffId: string;
  readonly by: { readonly staffId: string; readonly deviceId: string | null };
  readonly ask: (draft: KeptDraftRow, to: StaffRow) => Verdict;
  /** Who has it, as far as the one who asks knows. */
  readonly from: string;
  readonly knows: (draft: KeptDraftRow) => boolean;
}

async function move(deps: Deps, asked: Move): Promise<HandOverDraftOutcome> {
  return await inTransaction(deps.db, async (trx) => {
    await lockDraft(trx, asked.id);
    const draft = await findOpenDraft(trx, asked.id);
    const to = await findStaffById(trx, asked.toStaffId);
    if (draft === undefined || to === undefined) return { kind: 'not-found' };
    const done = alreadyDone(draft, asked);
    if (done !== undefined) return { kind: 'handed-over', at: done };
    const verdict = asked.ask(draft, to);
    if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
    if (draft.holder.id !== asked.from) return { kind: 'conflict', reason: 'holder' };
    if (!asked.knows(draft)) return { kind: 'conflict', reason: 'older' };
    return { kind: 'handed-over', at: await write(deps, trx, draft, asked) };
  });
}

/** The very same hand-over, heard before: its answer was lost on the way. */
function alreadyDone(draft: KeptDraftRow, asked: Move): Date | undefined {
  const { handedOver, holder } = draft;
  const isSame =
    holder.id === asked.toStaffId &&
    handedOver?.fromId === asked.from &&
    handedOver.byId === asked.by.staffId;
  return isSame ? handedOver?.at : undefined;
}

async function write(deps: Deps, trx: Trx, draft: KeptDraftRow, { id, toStaffId, by }: Move): Promise<Date> {
  const at = deps.clock.now();
  const from = draft.holder.id;
  await insertHandOver(trx, { draftId: id, from, to: toStaffId, by: by.staffId, at });
  const change = {
    kind: 'draft-offered' as const,
    draftId: id,
    fromStaffId: from,
    toStaffId,
    at: at.toISOString(),
  };
  await appendChange(trx, from, change);
  await appendChange(trx, toStaffId, change);
  await appendAudit(trx, {
    at,
    staffId: by.staffId,
    deviceId: by.deviceId,
    action: 'draft-handed-over',
    subject: id,
    detail: { from, to: toStaffId, updatedAt: draft.updatedAt.toISOString() },
  });
  return at;
}
