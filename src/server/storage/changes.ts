import { Change } from '../../contract/down/change.ts';
import type { DbOrTrx } from './connection.ts';

/** Changes for these people after `cursor`, oldest first, at most `limit`. */
export async function listChanges(
  db: DbOrTrx,
  asked: { readonly staffIds: readonly string[]; readonly after: number; readonly limit: number },
): Promise<Change[]> {
  if (asked.staffIds.length === 0) return [];
  const rows = await db
    .selectFrom('changes')
    .select('body')
    .where('staff_id', 'in', asked.staffIds)
    .where('cursor', '>', String(asked.after))
    .orderBy('cursor')
    .limit(asked.limit)
    .execute();
  return rows.map((row) => Change.parse(row.body));
}
