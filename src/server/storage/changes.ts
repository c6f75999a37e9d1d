import { sql } from 'kysely';
import { Change } from '../../contract/down/change.ts';
import type { DbOrTrx } from './connection.ts';

/** Changes for these people and those for every tablet after `cursor`, oldest first, at most `limit`. */
export async function listChanges(
  db: DbOrTrx,
  asked: { readonly staffIds: readonly string[]; readonly after: number; readonly limit: number },
): Promise<Change[]> {
  if (asked.staffIds.length === 0) return [];
  const rows = await db
    .selectFrom('changes')
    .select('body')
    .where((eb) => eb.or([eb('staff_id', 'is', null), eb('staff_id', 'in', asked.staffIds)]))
    .where('cursor', '>', String(asked.after))
    .orderBy('cursor')
    .limit(asked.limit)
    .execute();
  return rows.map((row) => Change.parse(row.body));
}

/** The last one of a kind that was said to every tablet; undefined before the first. */
export async function findLastForAll(db: DbOrTrx, kind: Change['kind']): Promise<Change | undefined> {
  const row = await db
    .selectFrom('changes')
    .select('body')
    .where('staff_id', 'is', null)
    .where(sql<string>`body ->> 'kind'`, '=', kind)
    .orderBy('cursor', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && Change.parse(row.body);
}
