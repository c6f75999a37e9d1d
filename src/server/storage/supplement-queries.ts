import * as z from 'zod';
import { SupplementChange, SupplementItem } from '../../contract/operations/supplements.ts';
import { Submission } from '../../contract/up/submission.ts';
import type { DbOrTrx } from './connection.ts';
import type { SupplementRecordRow, SupplementWorkRow } from './rows.ts';

const Items = z.array(SupplementItem);
const Changes = z.array(SupplementChange);
/** What one person can have to bring at once; the oldest come first. */
const MOST = 100;

/** What is asked of this person, the oldest request first. */
export async function listSupplementWork(db: DbOrTrx, staffId: string): Promise<SupplementWorkRow[]> {
  const rows = await db
    .selectFrom('supplement_requests as request')
    .innerJoin('dossiers', 'dossiers.id', 'request.dossier_id')
    .innerJoin('staff as officer', 'officer.id', 'request.requested_by')
    .select([
      'request.id',
      'request.number',
      'request.reason',
      'request.items',
      'request.requested_at',
      'request.arrived_at',
      'officer.display_name as officer_name',
      'dossiers.id as dossier_id',
      'dossiers.official_code',
      'dossiers.subject_name',
      'dossiers.village',
      'dossiers.submission',
    ])
    .where('request.assigned_to', '=', staffId)
    .where('request.ended_at', 'is', null)
    .orderBy('request.requested_at')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reason: row.reason,
    items: Items.parse(row.items),
    requestedAt: row.requested_at,
    byName: row.officer_name,
    arrivedAt: row.arrived_at,
    dossierId: row.dossier_id,
    officialCode: row.official_code,
    subjectName: row.subject_name,
    village: row.village,
    submission: Submission.parse(row.submission),
  }));
}

/** All requests on a dossier, the first one first. */
export async function listSupplementRecords(db: DbOrTrx, dossierId: string): Promise<SupplementRecordRow[]> {
  const rows = await db
    .selectFrom('supplement_requests as request')
    .innerJoin('staff as officer', 'officer.id', 'request.requested_by')
    .innerJoin('staff as assigned', 'assigned.id', 'request.assigned_to')
    .leftJoin('supplements', 'supplements.request_id', 'request.id')
    .leftJoin('staff as bringer', 'bringer.id', 'supplements.staff_id')
    .leftJoin('devices', 'devices.id', 'supplements.device_id')
    .select([
      'request.id',
      'request.number',
      'request.reason',
      'request.items',
      'request.requested_at',
      'request.ended_at',
      'officer.display_name as officer_name',
      'request.assigned_to',
      'assigned.display_name as assigned_name',
      'supplements.submission',
      'supplements.changes',
      'supplements.received_at',
      'bringer.display_name as bringer_name',
      'devices.name as device_name',
    ])
    .where('request.dossier_id', '=', dossierId)
    .orderBy('request.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reason: row.reason,
    items: Items.parse(row.items),
    assignedTo: row.assigned_to,
    assignedToName: row.assigned_name,
    requestedAt: row.requested_at,
    byName: row.officer_name,
    endedAt: row.ended_at,
    arrived:
      row.received_at === null
        ? null
        : {
            at: row.received_at,
            byName: row.bringer_name ?? '',
            deviceName: row.device_name ?? '',
            changes: Changes.parse(row.changes),
            attachments: Submission.parse(row.submission).attachments.map(({ id }) => id),
          },
  }));
}
