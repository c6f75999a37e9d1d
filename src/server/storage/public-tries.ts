import { createHash } from 'node:crypto';
import type { Tries, TryRule } from '../../domain/account/tries.ts';
import { secondsToWait, triesNow } from '../../domain/account/tries.ts';
import type { DbOrTrx, Trx } from './connection.ts';

/*
 * Wrong tries at the public pages, counted where every server process sees them and no restart forgets them. The names are
 * hashes, so that nobody reads addresses or codes here.
 */

export interface TryName {
  /** What is tried, and by whom or on what: `look-up from 203.0.113.7`. */
  readonly name: string;
  readonly rule: TryRule;
}

/** Old counts that no rule remembers any more. */
const SWEPT_AFTER_SECONDS = 7 * 86_400;

/**
 * Counts a try under each name before it is made, so that many at once do not slip through. Seconds to wait where one of
 * them is used up (then nothing is counted), 0 where the try may go on.
 */
export async function beginTry(trx: Trx, names: readonly TryName[], at: Date): Promise<number> {
  const now = at.getTime() / 1000;
  const hashed = names
    .map(({ name, rule }) => ({ key: hashOf(name), rule }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  // Changes nothing of one that is there, but takes its row, in one order, and makes it anew where it goes at this moment.
  const rows = await trx
    .insertInto('public_tries')
    .values(hashed.map(({ key }) => ({ name: key, count: 0, last_at: at })))
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ count: eb.ref('public_tries.count') })),
    )
    .returningAll()
    .execute();
  const known = new Map(rows.map((row) => [row.name, triesOf(row)]));
  const wait = Math.max(...hashed.map(({ key, rule }) => secondsToWait(known.get(key), rule, now)));
  if (wait > 0) {
    // Nothing is kept of what was not tried: codes without end can be made up.
    await trx
      .deleteFrom('public_tries')
      .where(
        'name',
        'in',
        hashed.map(({ key }) => key),
      )
      .where('count', '=', 0)
      .execute();
    return wait;
  }
  for (const { key, rule } of hashed) {
    await trx
      .updateTable('public_tries')
      .set({ count: triesNow(known.get(key), rule, now) + 1, last_at: at })
      .where('name', '=', key)
      .execute();
  }
  // Whoever tries again just then holds their own: two who swept each other's would wait in a circle.
  await trx
    .deleteFrom('public_tries')
    .where('name', 'in', (eb) =>
      eb
        .selectFrom('public_tries')
        .select('name')
        .where('last_at', '<', new Date(at.getTime() - SWEPT_AFTER_SECONDS * 1000))
        .forUpdate()
        .skipLocked(),
    )
    .execute();
  return 0;
}

/** The try was right: it does not count, and under `afresh` all is forgotten. */
export async function endTry(trx: Trx, names: readonly TryName[], afresh: readonly TryName[]): Promise<void> {
  const gone = afresh.map(({ name }) => hashOf(name));
  const others = names.map(({ name }) => hashOf(name)).filter((key) => !gone.includes(key));
  if (gone.length > 0) await trx.deleteFrom('public_tries').where('name', 'in', gone).execute();
  if (others.length > 0)
    await trx
      .updateTable('public_tries')
      .set((eb) => ({ count: eb.fn<number>('greatest', [eb('count', '-', 1), eb.val(0)]) }))
      .where('name', 'in', others)
      .execute();
}

/** Until when nothing may be tried under this name; null where something may be. */
export async function lockedUntil(db: DbOrTrx, { name, rule }: TryName, at: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('public_tries')
    .selectAll()
    .where('name', '=', hashOf(name))
    .executeTakeFirst();
  const wait = row === undefined ? 0 : secondsToWait(triesOf(row), rule, at.getTime() / 1000);
  return wait === 0 ? null : new Date(at.getTime() + wait * 1000);
}

function triesOf(row: { readonly count: number; readonly last_at: Date }): Tries {
  return { count: row.count, last: row.last_at.getTime() / 1000 };
}

function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
