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

/** The action a command id already led to, on whatever dossier. */
export async function findActionOfCommand(
  trx: Trx,
  commandId: string,
): Promise<{ dossierId: string; action: string; staffId: string } | undefined> {
  const row = await trx
    .selectFrom('dossier_actions')
    .select(['dossier_id', 'action', 'staff_id'])
    .where('id', '=', commandId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { dossierId: row.dossier_id, action: row.action, staffId: row.staff_id };
}

export interface Acceptance {
  readonly dossierId: string;
  readonly commandId: string;
  readonly officialCode: string;
  readonly acceptedAt: Date;
  readonly acceptedBy: string;
  readonly dueAt: Date | null;
  readonly dueReason: readonly DueReason[];
}

/** Writes the acceptance and its action; the caller holds the row's lock and has asked the policy. */
export async function recordAcceptance(trx: Trx, acceptance: Acceptance): Promise<void> {
  await trx
    .updateTable('dossiers')
    .set((eb) => ({
      status: 'accepted',
      official_code: acceptance.officialCode,
      accepted_at: acceptance.acceptedAt,
      accepted_by: acceptance.acceptedBy,
      due_at: acceptance.dueAt,
      due_reason: JSON.stringify(acceptance.dueReason),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', acceptance.dossierId)
    .execute();
  await trx
    .insertInto('dossier_actions')
    .values({
      id: acceptance.commandId,
      dossier_id: acceptance.dossierId,
      action: 'accepted',
      at: acceptance.acceptedAt,
      staff_id: acceptance.acceptedBy,
      device_id: null,
    })
    .execute();
}
