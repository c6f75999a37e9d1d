import type { DbOrTrx, Trx } from './connection.ts';

export interface StaffKeyRow {
  readonly keyId: string;
  readonly staffId: string;
  readonly deviceId: string;
  readonly publicKey: string;
}

/** Also keys that were replaced long ago: an old envelope still verifies. */
export async function findStaffKey(db: DbOrTrx, keyId: string): Promise<StaffKeyRow | undefined> {
  const row = await db.selectFrom('staff_keys').selectAll().where('key_id', '=', keyId).executeTakeFirst();
  if (row === undefined) return undefined;
  return { keyId: row.key_id, staffId: row.staff_id, deviceId: row.device_id, publicKey: row.public_key };
}

/** False when this key is already there. */
export async function insertStaffKey(
  trx: Trx,
  key: StaffKeyRow & { readonly enrolledAt: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('staff_keys')
    .values({
      key_id: key.keyId,
      staff_id: key.staffId,
      device_id: key.deviceId,
      public_key: key.publicKey,
      enrolled_at: key.enrolledAt,
      lease_until: key.leaseUntil,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function countStaffKeys(db: DbOrTrx, staffId: string): Promise<number> {
  const { n } = await db
    .selectFrom('staff_keys')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Moves the lease of every key on the tablet; answers one line per staff member. */
export async function renewLeases(
  trx: Trx,
  deviceId: string,
  until: Date,
): Promise<readonly { readonly staffId: string; readonly until: Date }[]> {
  const rows = await trx
    .updateTable('staff_keys')
    .set({ lease_until: until })
    .where('device_id', '=', deviceId)
    .returning('staff_id')
    .execute();
  return [...new Set(rows.map((row) => row.staff_id))].map((staffId) => ({ staffId, until }));
}

/** Everybody who works on this tablet. */
export async function listStaffOfDevice(db: DbOrTrx, deviceId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff_keys')
    .select('staff_id')
    .distinct()
    .where('device_id', '=', deviceId)
    .orderBy('staff_id')
    .execute();
  return rows.map((row) => row.staff_id);
}
