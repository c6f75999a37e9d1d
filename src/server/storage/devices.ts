import type { DeviceHealth } from '../../contract/up/device-health.ts';
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

/** The supervisor asks which tablet has not been seen for days, and how it said that it is. */
export async function recordContact(
  trx: Trx,
  contact: {
    readonly deviceId: string;
    readonly at: Date;
    readonly appVersion: string;
    /** Absent from tablets that do not say (version 1 of the contract): what was said before stays. */
    readonly health: DeviceHealth | undefined;
  },
): Promise<void> {
  await trx
    .updateTable('devices')
    .set({ last_seen_at: contact.at, app_version: contact.appVersion })
    .where('id', '=', contact.deviceId)
    .execute();
  if (contact.health === undefined) return;
  const said = { heard_at: contact.at, health: JSON.stringify(contact.health) };
  await trx
    .insertInto('device_health')
    .values({ device_id: contact.deviceId, ...said })
    .onConflict((conflict) => conflict.column('device_id').doUpdateSet(said))
    .execute();
}
