import { sql } from 'kysely';
import { DeviceHealth } from '../../contract/up/device-health.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { DraftHandOverRow, KeptDraftRow, TabletWordRow } from './rows.ts';

export interface KeptDraftState {
  readonly updatedAt: Date;
  readonly endedAt: Date | null;
}

interface Key {
  readonly id: string;
  readonly deviceId: string;
  readonly staffId: string;
}

/** What this tablet last gave of this draft, locked until commit. */
export async function lockDraftBackup(trx: Trx, key: Key): Promise<KeptDraftState | undefined> {
  const row = await trx
    .selectFrom('draft_backups')
    .select(['updated_at', 'ended_at'])
    .where('id', '=', key.id)
    .where('device_id', '=', key.deviceId)
    .where('staff_id', '=', key.staffId)
    .forUpdate()
    .executeTakeFirst();
  return row && { updatedAt: row.updated_at, endedAt: row.ended_at };
}

/** Puts a state in the place of what this tablet gave before. The caller holds the lock and has compared the moments. */
export async function putDraftBackup(
  trx: Trx,
  backup: Key & {
    readonly commune: string;
    readonly procedureId: string;
    readonly updatedAt: Date;
    readonly sealed: Uint8Array | null;
    readonly at: Date;
  },
): Promise<void> {
  const sealed = backup.sealed && Buffer.from(backup.sealed);
  const state = {
    updated_at: backup.updatedAt,
    sealed,
    received_at: backup.at,
    ended_at: sealed === null ? backup.at : null,
  };
  await trx
    .insertInto('draft_backups')
    .values({
      id: backup.id,
      device_id: backup.deviceId,
      staff_id: backup.staffId,
      commune: backup.commune,
      procedure_id: backup.procedureId,
      ...state,
    })
    .onConflict((conflict) => conflict.columns(['id', 'device_id', 'staff_id']).doUpdateSet(state))
    .execute();
}

/** A submission made of the draft has arrived: nothing of the draft is kept any more, whoever's tablet gave it. */
export async function endDraftBackups(trx: Trx, draftId: string, at: Date): Promise<void> {
  await trx
    .updateTable('draft_backups')
    .set({ sealed: null, ended_at: at })
    .where('id', '=', draftId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Deletes all that is kept, of every commune; answers how many drafts that was. What is on record stays there. */
export async function deleteDraftBackups(trx: Trx): Promise<number> {
  const { n } = await trx
    .selectFrom('draft_backups')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('sealed', 'is not', null)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('draft_backups').execute();
  return Number(n);
}

/** Whether a submission made of this draft is with the office. */
export async function isSubmitted(db: DbOrTrx, draftId: string): Promise<boolean> {
  const row = await db.selectFrom('envelopes').select('id').where('id', '=', draftId).executeTakeFirst();
  return row !== undefined;
}

/** Who has the draft: the last one it was handed over to, else who gave it; undefined for one nobody gave. */
export async function findHolder(db: DbOrTrx, draftId: string): Promise<string | undefined> {
  const handedTo = await db
    .selectFrom('draft_hand_overs')
    .select('to_staff_id')
    .where('draft_id', '=', draftId)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (handedTo !== undefined) return handedTo.to_staff_id;
  const row = await db
    .selectFrom('draft_backups')
    .select('staff_id')
    .where('id', '=', draftId)
    .limit(1)
    .executeTakeFirst();
  return row?.staff_id;
}

/** One row per draft that is still open, with who has it: as `findHolder` says. */
const openDrafts = (where: ReturnType<typeof sql>) => sql<RawDraft>`
  with holders as (
    select backups.id,
      coalesce(hand_over.to_staff_id, (array_agg(backups.staff_id order by backups.received_at))[1]) as holder_id,
      hand_over.from_staff_id, hand_over.by_staff_id, hand_over.at as handed_over_at, hand_over.taken_at
    from draft_backups backups
    left join lateral (
      select * from draft_hand_overs where draft_id = backups.id order by place desc limit 1
    ) hand_over on true
    group by backups.id, hand_over.to_staff_id, hand_over.from_staff_id, hand_over.by_staff_id, hand_over.at,
      hand_over.taken_at
  ), newest as (
    -- What its present holder gave counts before what others gave; a draft that its holder ended is over.
    select distinct on (holders.id) holders.*, backups.device_id, backups.staff_id, backups.commune,
      backups.procedure_id, backups.updated_at, backups.received_at, backups.ended_at
    from holders
    join draft_backups backups on backups.id = holders.id
    order by holders.id, (backups.staff_id = holders.holder_id) desc, backups.updated_at desc
  )
  select newest.*, devices.name as device_name, holder.display_name as holder_name,
    giver.display_name as from_name, orderer.display_name as by_name
  from newest
  join devices on devices.id = newest.device_id
  join staff holder on holder.id = newest.holder_id
  left join staff giver on giver.id = newest.from_staff_id
  left join staff orderer on orderer.id = newest.by_staff_id
  where newest.ended_at is null and ${where}
    and not exists (select from envelopes where envelopes.id = newest.id)`;

interface RawDraft {
  readonly id: string;
  readonly holder_id: string;
  readonly holder_name: string;
  readonly device_id: string;
  readonly device_name: string;
  readonly staff_id: string;
  readonly commune: string;
  readonly procedure_id: string;
  readonly updated_at: Date;
  readonly received_at: Date;
  readonly from_staff_id: string | null;
  readonly from_name: string | null;
  readonly by_staff_id: string | null;
  readonly by_name: string | null;
  readonly handed_over_at: Date | null;
  readonly taken_at: Date | null;
}

/** Open drafts that this staff member has, newest first, at most 200. */
export async function listDraftsOf(db: DbOrTrx, staffId: string): Promise<KeptDraftRow[]> {
  const { rows } = await sql<RawDraft>`${openDrafts(sql`newest.holder_id = ${staffId}`)}
    order by newest.updated_at desc limit 200`.execute(db);
  return rows.map(parse);
}

/** Open drafts of a commune, the oldest state first, at most 500. */
export async function listDraftsOfCommune(db: DbOrTrx, commune: string): Promise<KeptDraftRow[]> {
  const { rows } = await sql<RawDraft>`${openDrafts(sql`newest.commune = ${commune}`)}
    order by newest.updated_at limit 500`.execute(db);
  return rows.map(parse);
}

export async function findOpenDraft(db: DbOrTrx, id: string): Promise<KeptDraftRow | undefined> {
  const { rows } = await openDrafts(sql`newest.id = ${id}`).execute(db);
  return rows[0] && parse(rows[0]);
}

/** Holds off every other hand-over of this draft until commit. */
export async function lockDraft(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('draft_backups').select('id').where('id', '=', id).forUpdate().execute();
}

/** The sealed bytes of one state; undefined where nothing of it is kept any more. */
export async function readDraftBackup(db: DbOrTrx, key: Key): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db
    .selectFrom('draft_backups')
    .select('sealed')
    .where('id', '=', key.id)
    .where('device_id', '=', key.deviceId)
    .where('staff_id', '=', key.staffId)
    .executeTakeFirst();
  return row?.sealed ? new Uint8Array(row.sealed) : undefined;
}

export async function insertHandOver(
  trx: Trx,
  handOver: {
    readonly draftId: string;
    readonly from: string;
    readonly to: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { n } = await trx
    .selectFrom('draft_hand_overs')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('draft_id', '=', handOver.draftId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('draft_hand_overs')
    .values({
      draft_id: handOver.draftId,
      place: Number(n) + 1,
      from_staff_id: handOver.from,
      to_staff_id: handOver.to,
      by_staff_id: handOver.by,
      at: handOver.at,
      taken_at: null,
      taken_by_device: null,
    })
    .execute();
}

/** The colleague's tablet has it. The first time counts. */
export async function markTaken(
  trx: Trx,
  of: { readonly draftId: string; readonly staffId: string; readonly deviceId: string; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('draft_hand_overs')
    .set({ taken_at: of.at, taken_by_device: of.deviceId })
    .where('draft_id', '=', of.draftId)
    .where('to_staff_id', '=', of.staffId)
    .where('taken_at', 'is', null)
    .execute();
}

/** What went from this person to a colleague, newest first, at most 100. */
export async function listHandOversFrom(db: DbOrTrx, staffId: string): Promise<DraftHandOverRow[]> {
  const rows = await db
    .selectFrom('draft_hand_overs')
    .innerJoin('staff', 'staff.id', 'draft_hand_overs.to_staff_id')
    .select(['draft_id', 'display_name', 'at'])
    .where('from_staff_id', '=', staffId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ draftId: row.draft_id, toName: row.display_name, at: row.at }));
}

/** Other tablets that this person was enrolled on, the last seen first. */
export async function listTabletsOf(
  db: DbOrTrx,
  of: { readonly staffId: string; readonly except: string },
): Promise<TabletWordRow[]> {
  const rows = await db
    .selectFrom('devices')
    .leftJoin('device_health', 'device_health.device_id', 'devices.id')
    .select(['devices.name', 'devices.last_seen_at', 'device_health.health'])
    .where('devices.id', '<>', of.except)
    .where('devices.id', 'in', (eb) =>
      eb.selectFrom('staff_keys').select('device_id').where('staff_id', '=', of.staffId),
    )
    .orderBy('last_seen_at', (order) => order.desc().nullsLast())
    .limit(20)
    .execute();
  return rows.map((row) => {
    const health = DeviceHealth.safeParse(row.health);
    return {
      name: row.name,
      lastSeenAt: row.last_seen_at,
      unsent: health.success ? health.data.unsent : null,
      drafts: health.success ? health.data.drafts : null,
    };
  });
}

function parse(row: RawDraft): KeptDraftRow {
  const handedOver =
    row.handed_over_at === null
      ? null
      : {
          fromId: row.from_staff_id ?? '',
          fromName: row.from_name ?? '',
          byId: row.by_staff_id ?? '',
          byName: row.by_name ?? '',
          at: row.handed_over_at,
          taken: row.taken_at !== null,
        };
  return {
    id: row.id,
    holder: { id: row.holder_id, displayName: row.holder_name },
    deviceId: row.device_id,
    deviceName: row.device_name,
    staffId: row.staff_id,
    commune: row.commune,
    procedureId: row.procedure_id,
    updatedAt: row.updated_at,
    receivedAt: row.received_at,
    handedOver,
  };
}
