import type { HandedState } from '../../contract/down/change.ts';
import type { HandedItem } from '../../contract/operations/handed-items.ts';
import type { Scope } from '../policies/reach.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import { HandedItemColumns, type HandedItemRow } from './rows.ts';

export interface NewHandedItem {
  readonly id: string;
  readonly submissionId: string;
  readonly of: HandedItem['of'];
  readonly reason: HandedItem['reason'];
  readonly digest: string | null;
  readonly sealed: Uint8Array | null;
  readonly note: string;
  readonly staffId: string;
  readonly deviceId: string;
  readonly commune: string;
  readonly handedAt: Date;
}

/** False when the same item with the same content is already there. `@idempotent with submissionId, of and digest` */
export async function insertHandedItem(trx: Trx, item: NewHandedItem): Promise<boolean> {
  const inserted = await trx
    .insertInto('handed_items')
    .values({
      id: item.id,
      submission_id: item.submissionId,
      part: item.of,
      reason: item.reason,
      digest: item.digest ?? '',
      sealed: item.sealed === null ? null : Buffer.from(item.sealed),
      note: item.note,
      state: 'waiting',
      staff_id: item.staffId,
      device_id: item.deviceId,
      commune: item.commune,
      handed_at: item.handedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Where the item stands that was handed over before. */
export async function findHandedState(
  db: DbOrTrx,
  item: Pick<NewHandedItem, 'submissionId' | 'of' | 'digest'>,
): Promise<{ readonly state: HandedState; readonly handedAt: Date } | undefined> {
  const row = await db
    .selectFrom('handed_items')
    .select(['state', 'handed_at'])
    .where('submission_id', '=', item.submissionId)
    .where('part', '=', item.of)
    .where('digest', '=', item.digest ?? '')
    .executeTakeFirst();
  return row && { state: HandedItemColumns.shape.state.parse(row.state), handedAt: row.handed_at };
}

const NEWEST = 200;

/** Those still waiting first, then the newest. */
export async function listHandedItems(db: DbOrTrx, scope: Scope): Promise<HandedItemRow[]> {
  if (scope.kind === 'none') return [];
  let query = joined(db)
    .orderBy((eb) => eb.case().when('handed_items.state', '=', 'waiting').then(0).else(1).end())
    .orderBy('handed_items.handed_at', 'desc')
    .limit(NEWEST);
  if (scope.kind === 'commune') query = query.where('handed_items.commune', '=', scope.commune);
  return (await query.execute()).map(toRow);
}

export async function findHandedItem(db: DbOrTrx, id: string): Promise<HandedItemRow | undefined> {
  const row = await joined(db).where('handed_items.id', '=', id).executeTakeFirst();
  return row && toRow(row);
}

/** The sealed bytes as the tablet handed them over. */
export async function findHandedBytes(db: DbOrTrx, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db.selectFrom('handed_items').select('sealed').where('id', '=', id).executeTakeFirst();
  return row?.sealed ? new Uint8Array(row.sealed) : undefined;
}

/** Nobody else changes it until the transaction ends. */
export async function lockHandedItem(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('handed_items').select('id').where('id', '=', id).forUpdate().execute();
}

export async function closeHandedItem(
  trx: Trx,
  closing: {
    readonly id: string;
    readonly as: Exclude<HandedState, 'waiting'>;
    readonly by: string;
    readonly at: Date;
    readonly note: string;
  },
): Promise<void> {
  await trx
    .updateTable('handed_items')
    .set({ state: closing.as, closed_at: closing.at, closed_by: closing.by, closing_note: closing.note })
    .where('id', '=', closing.id)
    .execute();
}

function joined(db: DbOrTrx) {
  return db
    .selectFrom('handed_items')
    .innerJoin('staff', 'staff.id', 'handed_items.staff_id')
    .innerJoin('devices', 'devices.id', 'handed_items.device_id')
    .leftJoin('staff as closer', 'closer.id', 'handed_items.closed_by')
    .leftJoin('envelopes', 'envelopes.id', 'handed_items.submission_id')
    .leftJoin('replaced_submissions', 'replaced_submissions.id', 'handed_items.submission_id')
    .select([
      'handed_items.id',
      'handed_items.submission_id',
      'handed_items.part',
      'handed_items.reason',
      'handed_items.state',
      'handed_items.commune',
      'handed_items.staff_id',
      'staff.display_name as staff_name',
      'devices.name as device_name',
      'handed_items.handed_at',
      'handed_items.note',
      'handed_items.closed_at',
      'closer.display_name as closer_name',
      'handed_items.closing_note',
      'envelopes.id as arrived_id',
      'replaced_submissions.replaced_by as mended_by',
    ]);
}

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

function toRow(row: Joined): HandedItemRow {
  return {
    ...HandedItemColumns.parse({ of: row.part, reason: row.reason, state: row.state }),
    id: row.id,
    submissionId: row.submission_id,
    commune: row.commune,
    staffId: row.staff_id,
    staffName: row.staff_name,
    deviceName: row.device_name,
    handedAt: row.handed_at,
    note: row.note,
    closedAt: row.closed_at,
    closedByName: row.closer_name,
    closingNote: row.closing_note,
    arrived: row.mended_by !== null ? 'mended' : row.arrived_id !== null ? 'as-it-was' : 'no',
  };
}
