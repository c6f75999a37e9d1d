import { sql } from 'kysely';
import { AccountState } from '../../contract/down/change.ts';
import type { DbOrTrx } from './connection.ts';
import type { NamedAccountRow } from './rows.ts';

/** Into which accounts this one was merged, the one that stays last; or which were merged into it. */
export async function listMergedAround(
  db: DbOrTrx,
  id: string,
  where: 'above' | 'below',
): Promise<readonly NamedAccountRow[]> {
  const { rows } = await sql<{ id: string; name: string; provisional_reference: string; state: string }>`
    with recursive walked as (
      select id, merged_into, 0 as depth from accounts where id = ${id}
      union all
      select next.id, next.merged_into, walked.depth + 1 from accounts as next join walked
        on ${where === 'above' ? sql`next.id = walked.merged_into` : sql`next.merged_into = walked.id`}
    )
    select accounts.id, name, provisional_reference, state
    from walked join accounts on accounts.id = walked.id
    where depth > 0 order by depth, accounts.received_at`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    provisionalReference: row.provisional_reference,
    state: AccountState.parse(row.state),
  }));
}
