import { sql } from 'kysely';
import type { DbOrTrx } from '../connection.ts';
import { dossierLines, parseLine } from '../dossier-queries.ts';
import type { DossierLineRow } from '../rows.ts';
import { narrowed, type QueueAsked } from './narrowed.ts';
import { searchQuery } from './search-words.ts';

/*
 * [Note: Common and rare words]
 * Half of the commune has "thị" in the name: its index entry is as long as the table, but the newest dossiers are full of it.
 * A rare word is nowhere near the newest, but its index entry is short. So a search first walks the newest, and asks the
 * index of words only when that did not fill the page: then there are few to fetch and sort. Neither way grows with the table.
 */
const WALK = 2_000;

/** At most `limit` lines, newest first. */
export async function listQueueLines(
  db: DbOrTrx,
  asked: QueueAsked & { readonly search: string | undefined; readonly limit: number },
): Promise<DossierLineRow[]> {
  const { search, limit } = asked;
  if (search === undefined) return linesOf(db, await idsOf(db, asked, limit));
  const words = searchQuery(search);
  if (words === undefined) return [];
  const near = await idsAmongNewest(db, asked, words, limit);
  return linesOf(db, near.length < limit ? await idsByWords(db, asked, words, limit) : near);
}

async function idsOf(db: DbOrTrx, asked: QueueAsked, limit: number): Promise<string[]> {
  const rows = await narrowed(db.selectFrom('dossiers').select('dossiers.id'), asked).limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** See: [Note: Common and rare words] */
async function idsAmongNewest(
  db: DbOrTrx,
  asked: QueueAsked,
  words: string,
  limit: number,
): Promise<string[]> {
  const newest = narrowed(
    db.selectFrom('dossiers').select(['dossiers.id', 'dossiers.received_at', 'dossiers.search_words']),
    asked,
  ).limit(WALK);
  const rows = await db
    .selectFrom(newest.as('newest'))
    .select('newest.id')
    .where(sql<boolean>`newest.search_words @@ ${words}::tsquery`)
    .orderBy('newest.received_at', 'desc')
    .orderBy('newest.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Materialised, so that the page's limit does not tempt the planner into walking the whole table. */
async function idsByWords(db: DbOrTrx, asked: QueueAsked, words: string, limit: number): Promise<string[]> {
  const rows = await db
    .with(
      (cte) => cte('found').materialized(),
      (cte) =>
        narrowed(
          cte
            .selectFrom('dossiers')
            .select(['dossiers.id', 'dossiers.received_at'])
            .where(sql<boolean>`dossiers.search_words @@ ${words}::tsquery`),
          asked,
        ).clearOrderBy(),
    )
    .selectFrom('found')
    .select('found.id')
    .orderBy('found.received_at', 'desc')
    .orderBy('found.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function linesOf(db: DbOrTrx, ids: readonly string[]): Promise<DossierLineRow[]> {
  if (ids.length === 0) return [];
  const rows = await dossierLines(db)
    .where('dossiers.id', 'in', ids)
    .orderBy('dossiers.received_at', 'desc')
    .orderBy('dossiers.id', 'desc')
    .execute();
  return rows.map(parseLine);
}
