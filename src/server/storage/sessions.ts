import type { DbOrTrx, Trx } from './connection.ts';

/** Sessions by the hash of their token: who reads the database cannot take one over. */
export async function insertSession(
  trx: Trx,
  session: { tokenHash: Buffer; staffId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The staff member behind a session that has not run out. */
export async function findSessionStaffId(
  db: DbOrTrx,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select('staff_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.staff_id;
}

/** Whose session it was; undefined when there was none. */
export async function deleteSession(trx: Trx, tokenHash: Buffer): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .returning('staff_id')
    .executeTakeFirst();
  return row?.staff_id;
}

export async function deleteOtherSessions(trx: Trx, staffId: string, keep: Buffer): Promise<void> {
  await trx.deleteFrom('sessions').where('staff_id', '=', staffId).where('token_hash', '!=', keep).execute();
}

export async function deleteSessionsOf(trx: Trx, staffId: string): Promise<void> {
  await trx.deleteFrom('sessions').where('staff_id', '=', staffId).execute();
}

export async function deleteExpiredSessions(trx: Trx, now: Date): Promise<void> {
  await trx.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}
