import * as z from 'zod';
import type { SupplementItem } from '../../contract/operations/supplements.ts';
import type { DossierEventKind } from '../../domain/dossier/actions.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import type { Trx } from './connection.ts';
import type { DueReason } from './rows.ts';

/** Takes the dossier's row until commit: two officers' decisions come one after the other. */
export async function lockDossier(trx: Trx, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('dossiers')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

const ActOnRecord = z.object({ act: z.unknown() });

/** The action a command id already led to, on whatever dossier. */
export async function findActionOfCommand(
  trx: Trx,
  commandId: string,
): Promise<{ dossierId: string; staffId: string; act: unknown } | undefined> {
  const row = await trx
    .selectFrom('dossier_actions')
    .select(['dossier_id', 'staff_id', 'detail'])
    .where('id', '=', commandId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    dossierId: row.dossier_id,
    staffId: row.staff_id,
    act: ActOnRecord.safeParse(row.detail).data?.act,
  };
}

export interface RecordedAction {
  readonly commandId: string;
  readonly dossierId: string;
  readonly action: DossierEventKind;
  readonly at: Date;
  readonly staffId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes what the dossier is now and the action that made it so; the caller holds the row's lock and has asked the policy. */
export async function recordAction(
  trx: Trx,
  action: RecordedAction,
  now: {
    readonly state: DossierState;
    readonly dueReason?: readonly DueReason[] | undefined;
    readonly competentCommune?: string | undefined;
  },
): Promise<void> {
  const { state, dueReason, competentCommune } = now;
  await trx
    .updateTable('dossiers')
    .set((eb) => ({
      ...columnsOf(state),
      ...(action.action === 'accepted' && { accepted_by: action.staffId }),
      ...(dueReason !== undefined && { due_reason: JSON.stringify(dueReason) }),
      ...(competentCommune !== undefined && { competent_commune: competentCommune }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', action.dossierId)
    .execute();
  await trx
    .insertInto('dossier_actions')
    .values({
      id: action.commandId,
      dossier_id: action.dossierId,
      action: action.action,
      at: action.at,
      staff_id: action.staffId,
      device_id: null,
      detail: JSON.stringify(action.detail),
    })
    .execute();
}

function columnsOf(state: DossierState) {
  return {
    status: state.status,
    official_code: state.officialCode,
    accepted_at: moment(state.acceptedAt),
    due_at: moment(state.dueAt),
    held_by: state.heldBy,
    finance: state.finance,
    paid_before: state.paidBefore,
    papers: state.papers,
    supplement: state.supplement,
    supplements_asked: state.supplementsAsked,
    resumes_as: state.resumesAs,
    paused_at: moment(state.pausedAt),
    ended_at: moment(state.endedAt),
  };
}

function moment(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

export interface NewSupplementRequest {
  /** Of the command that asks. */
  readonly id: string;
  readonly dossierId: string;
  readonly number: number;
  readonly reason: string;
  readonly items: readonly SupplementItem[];
  readonly assignedTo: string;
  readonly at: Date;
  readonly by: string;
}

export async function insertSupplementRequest(trx: Trx, request: NewSupplementRequest): Promise<void> {
  await trx
    .insertInto('supplement_requests')
    .values({
      id: request.id,
      dossier_id: request.dossierId,
      number: request.number,
      reason: request.reason,
      items: JSON.stringify(request.items),
      assigned_to: request.assignedTo,
      requested_at: request.at,
      requested_by: request.by,
    })
    .execute();
}

/** Who is to bring what is awaited of the citizen for this dossier; undefined where nothing is, or it has come. The caller holds the dossier's lock. */
export async function findAssignee(trx: Trx, dossierId: string): Promise<string | undefined> {
  const request = await trx
    .selectFrom('supplement_requests')
    .select('assigned_to')
    .where('dossier_id', '=', dossierId)
    .where('ended_at', 'is', null)
    .where('arrived_at', 'is', null)
    .executeTakeFirst();
  return request?.assigned_to;
}

/** Somebody else brings what is awaited. The caller holds the dossier's lock. */
export async function assignSupplementRequest(
  trx: Trx,
  dossierId: string,
  assignedTo: string,
): Promise<void> {
  await trx
    .updateTable('supplement_requests')
    .set({ assigned_to: assignedTo })
    .where('dossier_id', '=', dossierId)
    .where('ended_at', 'is', null)
    .where('arrived_at', 'is', null)
    .execute();
}

/** Nothing more is awaited of the citizen for this dossier. Who was to bring it. */
export async function endSupplementRequests(trx: Trx, dossierId: string, at: Date): Promise<string[]> {
  const ended = await trx
    .updateTable('supplement_requests')
    .set({ ended_at: at })
    .where('dossier_id', '=', dossierId)
    .where('ended_at', 'is', null)
    .returning('assigned_to')
    .execute();
  return ended.map(({ assigned_to }) => assigned_to);
}
