import type { DbOrTrx, Trx } from './connection.ts';

export interface TabletRow {
  readonly id: string;
  readonly publicKey: string;
  readonly revokedAt: Date | null;
}

export async function findTablet(db: DbOrTrx, id: string): Promise<TabletRow | undefined> {
  const row = await db
    .selectFrom('devices')
    .select(['id', 'public_key', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, publicKey: row.public_key, revokedAt: row.revoked_at };
}

/** Does nothing when the id is already there: the caller compares the keys. */
export async function insertTablet(
  trx: Trx,
  tablet: {
    readonly id: string;
    readonly name: string;
    readonly publicKey: string;
    readonly enrolledAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('devices')
    .values({
      id: tablet.id,
      name: tablet.name,
      public_key: tablet.publicKey,
      enrolled_at: tablet.enrolledAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The supervisor asks which tablet has not been seen for days. */
export async function recordContact(
  trx: Trx,
  contact: { readonly deviceId: string; readonly at: Date; readonly appVersion: string },
): Promise<void> {
  await trx
    .updateTable('devices')
    .set({ last_seen_at: contact.at, app_version: contact.appVersion })
    .where('id', '=', contact.deviceId)
    .execute();
}
