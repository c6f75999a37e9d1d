import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import { compareFacts, type Likeness, type PersonFacts } from '../../domain/citizen/find-duplicates.ts';
import type { Scope } from '../policies/reach.ts';
import { type AccountToCompare, accountLines, parseAccountLine } from './account-queries.ts';
import type { DbOrTrx } from './connection.ts';
import type { Database } from './database.ts';
import type { AccountDoubleRow, AccountLineRow } from './rows.ts';

/*
 * Accounts that may be of one person. SQL narrows them down by what an index finds (number; folded name and year of birth);
 * the rule that tablets have too decides (src/domain/citizen/find-duplicates.ts).
 */

const digits = (column: string) => sql<string>`regexp_replace(${sql.ref(column)}, '[[:space:].]', '', 'g')`;
const year = (column: string) => sql<string>`left(${sql.ref(column)}, 4)`;

function isAlike(
  eb: ExpressionBuilder<Database & { a: Database['accounts']; b: Database['accounts'] }, 'a' | 'b'>,
) {
  return eb.or([
    eb(digits('a.national_id'), '=', digits('b.national_id')),
    eb.and([
      eb('a.name_folded', '=', eb.ref('b.name_folded')),
      eb(year('a.birth_date'), '=', year('b.birth_date')),
    ]),
  ]);
}

/** Accounts that may be of the same person as this one, merged ones left out, with who told them apart. */
export async function listDoublesOf(
  db: DbOrTrx,
  id: string,
  scope: Scope,
): Promise<readonly AccountDoubleRow[]> {
  if (scope.kind === 'none') return [];
  let query = db
    .selectFrom('accounts as a')
    .innerJoin('accounts as b', (join) => join.on(isAlike))
    .leftJoin('accounts_kept_apart as apart', (join) =>
      join.on((eb) =>
        eb.and([
          eb('apart.account_a', '=', sql<string>`least(a.id, b.id)`),
          eb('apart.account_b', '=', sql<string>`greatest(a.id, b.id)`),
        ]),
      ),
    )
    .leftJoin('account_actions as told', 'told.id', 'apart.action_id')
    .leftJoin('staff', 'staff.id', 'told.staff_id')
    .select(['b.id', 'told.at', 'staff.display_name', 'told.detail'])
    .where('a.id', '=', id)
    .where('a.state', '<>', 'merged')
    .where('b.state', '<>', 'merged')
    .whereRef('b.id', '<>', 'a.id');
  if (scope.kind === 'commune') query = query.where('b.commune', '=', scope.commune);
  const found = await query.execute();
  if (found.length === 0) return [];
  const known = await findToCompare(db, [id, ...found.map((row) => row.id)]);
  const own = known.get(id);
  return found.flatMap((row) => {
    const other = known.get(row.id);
    const likeness = own && other && compareFacts(personOf(own), personOf(other));
    if (other === undefined || likeness === undefined) return [];
    const keptApart =
      row.at === null
        ? null
        : { byName: row.display_name ?? '', at: row.at, reason: String(row.detail?.reason ?? '') };
    return [{ account: other.line, likeness, keptApart }];
  });
}

export interface AccountPairRow {
  readonly a: AccountLineRow;
  readonly b: AccountLineRow;
  readonly likeness: Likeness;
}

/** Far more than are shown, because the rule is narrower than what an index finds: namesakes of one year live in many villages. */
const NARROWED_FROM = 20_000;
const AT_ONCE = 1000;

/** Pairs of the scope that nobody has judged, the newest first, at most `limit`. */
export async function listDoublePairs(
  db: DbOrTrx,
  scope: Scope,
  limit: number,
): Promise<readonly AccountPairRow[]> {
  if (scope.kind === 'none') return [];
  // Two joins and not one with "or": each finds its pairs by hashing, however many accounts there are.
  const pairsWhere = (alike: RawBuilder<unknown>) => sql`
    select a.id as a, b.id as b, greatest(a.received_at, b.received_at) as newest
    from accounts as a join accounts as b on ${alike} and a.id < b.id
    where a.state <> 'merged' and b.state <> 'merged'
      ${scope.kind === 'commune' ? sql`and a.commune = ${scope.commune} and b.commune = ${scope.commune}` : sql``}`;
  const { rows: found } = await sql<{ a: string; b: string }>`
    select a, b from (
      ${pairsWhere(sql`${digits('a.national_id')} = ${digits('b.national_id')}`)}
      union
      ${pairsWhere(sql`a.name_folded = b.name_folded and ${year('a.birth_date')} = ${year('b.birth_date')}`)}
    ) as alike
    where not exists (
      select from accounts_kept_apart where account_a = alike.a and account_b = alike.b
    )
    order by newest desc, a, b limit ${NARROWED_FROM}`.execute(db);
  const pairs: AccountPairRow[] = [];
  for (let next = 0; next < found.length && pairs.length < limit; next += AT_ONCE)
    pairs.push(...(await judgePairs(db, found.slice(next, next + AT_ONCE))));
  return pairs.slice(0, limit);
}

/** Those of the pairs that are alike by the rule. */
async function judgePairs(
  db: DbOrTrx,
  pairs: readonly { readonly a: string; readonly b: string }[],
): Promise<AccountPairRow[]> {
  const known = await findToCompare(db, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return pairs.flatMap((pair) => {
    const [a, b] = [known.get(pair.a), known.get(pair.b)];
    const likeness = a && b && compareFacts(personOf(a), personOf(b));
    return a && b && likeness ? [{ a: a.line, b: b.line, likeness }] : [];
  });
}

async function findToCompare(
  db: DbOrTrx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountToCompare>> {
  if (ids.length === 0) return new Map();
  const rows = await accountLines(db)
    .select('accounts.national_id')
    .where('accounts.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { line: parseAccountLine(row), nationalId: row.national_id }]));
}

function personOf({ line, nationalId }: AccountToCompare): PersonFacts {
  const birthYear = Number(line.birthDate?.slice(0, 4));
  return {
    name: line.name,
    ...(nationalId !== null && { nationalId }),
    ...(birthYear > 0 && { birthYear }),
    ...(line.village !== null && { village: line.village }),
  };
}
