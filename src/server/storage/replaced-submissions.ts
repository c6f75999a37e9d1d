import { sql } from 'kysely';
import type { DbOrTrx, Trx } from './connection.ts';

/**
 * Lets no other transaction decide about any of these submissions before this one ends: of a submission and the one that
 * mends it, arriving at the same moment, the second sees what became of the first. Locks are taken in one order, so that
 * no two wait for each other.
 */
export async function lockSubmissions(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 5))`.execute(trx);
}

/** The mended one that was taken in its place; undefined where none was. */
export async function findReplacement(db: DbOrTrx, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('replaced_submissions')
    .select('replaced_by')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.replaced_by;
}

/** Whether a mended one was taken in its place. */
export async function isReplaced(trx: Trx, id: string): Promise<boolean> {
  return (await findReplacement(trx, id)) !== undefined;
}

/** Those of the given submissions that are here, as they were or mended by another than `by`. */
export async function findArrived(trx: Trx, ids: readonly string[], by: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const kept = await trx.selectFrom('envelopes').select('id').where('id', 'in', ids).execute();
  const mended = await trx
    .selectFrom('replaced_submissions')
    .select('id')
    .where('id', 'in', ids)
    .where('replaced_by', '!=', by)
    .execute();
  return [...kept, ...mended].map(({ id }) => id);
}

export async function insertReplaced(trx: Trx, ids: readonly string[], by: string): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .insertInto('replaced_submissions')
    .values(ids.map((id) => ({ id, replaced_by: by })))
    .execute();
}
