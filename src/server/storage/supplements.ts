import * as z from 'zod';
import { type SupplementChange, SupplementItem } from '../../contract/operations/supplements.ts';
import type { Submission } from '../../contract/up/submission.ts';
import { foldText } from '../../domain/citizen/fold.ts';
import type { Trx } from './connection.ts';
import type { SubjectFacts } from './submissions.ts';

const Items = z.array(SupplementItem);

export interface SupplementRequestRow {
  readonly id: string;
  readonly dossierId: string;
  readonly items: readonly SupplementItem[];
  readonly assignedTo: string;
  /** The submission that answered it. */
  readonly arrivedSubmission: string | null;
  readonly endedAt: Date | null;
}

/** One request; the caller holds the lock of its dossier. */
export async function findSupplementRequest(trx: Trx, id: string): Promise<SupplementRequestRow | undefined> {
  const row = await trx.selectFrom('supplement_requests').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      dossierId: row.dossier_id,
      items: Items.parse(row.items),
      assignedTo: row.assigned_to,
      arrivedSubmission: row.arrived_submission,
      endedAt: row.ended_at,
    }
  );
}

/** Whoever brought something for this dossier. */
export async function listBringers(trx: Trx, dossierId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('supplements')
    .select('staff_id')
    .distinct()
    .where('dossier_id', '=', dossierId)
    .orderBy('staff_id')
    .execute();
  return rows.map(({ staff_id }) => staff_id);
}

export interface NewSupplement {
  /** As it came. */
  readonly submission: Submission;
  readonly requestId: string;
  readonly dossierId: string;
  /** The dossier's submission with it. */
  readonly merged: Submission;
  readonly caseId: string | null;
  readonly subject: SubjectFacts;
  readonly changes: readonly SupplementChange[];
  readonly staffId: string;
  readonly deviceId: string;
  readonly receivedAt: Date;
}

/**
 * Adds a supplement to its dossier: the answers as they are now, what they were before, the answered request, and the action.
 * The caller holds the dossier's lock and has judged it.
 */
export async function insertSupplement(trx: Trx, supplement: NewSupplement): Promise<void> {
  const { submission, requestId, dossierId, subject, receivedAt } = supplement;
  await trx
    .insertInto('supplements')
    .values({
      id: submission.id,
      request_id: requestId,
      dossier_id: dossierId,
      submission: JSON.stringify(submission),
      changes: JSON.stringify(supplement.changes),
      staff_id: supplement.staffId,
      device_id: supplement.deviceId,
      received_at: receivedAt,
    })
    .execute();
  await trx
    .updateTable('supplement_requests')
    .set({ arrived_at: receivedAt, arrived_submission: submission.id })
    .where('id', '=', requestId)
    .execute();
  await trx
    .updateTable('dossiers')
    .set((eb) => ({
      submission: JSON.stringify(supplement.merged),
      case_id: supplement.caseId,
      subject_name: subject.name,
      search_folded: foldText(subject.name),
      village: subject.village,
      asked_birth_date: subject.askedBirthDate,
      supplement: 'sent',
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', dossierId)
    .execute();
  await trx
    .insertInto('dossier_actions')
    .values({
      id: submission.id,
      dossier_id: dossierId,
      action: 'supplemented',
      at: receivedAt,
      staff_id: supplement.staffId,
      device_id: supplement.deviceId,
      detail: JSON.stringify({ requestId, changed: supplement.changes.map(({ id }) => id) }),
    })
    .execute();
}
