import type { Contributor } from '../../contract/operations/languages.ts';
import type { DbOrTrx, Trx } from './connection.ts';

/** The digest of what a tablet gave under this id. */
export async function findContribution(db: DbOrTrx, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('contributions').select('digest').where('id', '=', id).executeTakeFirst();
  return row?.digest;
}

/** False where that id is already there, however it came. Waits for another transaction that is writing it. */
export async function insertContribution(
  trx: Trx,
  one: { readonly id: string; readonly digest: string; readonly deviceId: string; readonly at: Date },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('contributions')
    .values({ id: one.id, digest: one.digest, device_id: one.deviceId, received_at: one.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertContributor(trx: Trx, one: Contributor, staffId: string): Promise<void> {
  await trx
    .insertInto('contributors')
    .values({
      id: one.id,
      name: one.name,
      village: one.village,
      variety: one.variety,
      may_be_named: one.consent.mayBeNamed,
      consent_text_hash: one.consent.textHash,
      consent_language: one.consent.language,
      consent_given_at: new Date(one.consent.givenAt),
      staff_id: staffId,
    })
    .execute();
}

export async function isContributor(db: DbOrTrx, id: string): Promise<boolean> {
  const row = await db.selectFrom('contributors').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
