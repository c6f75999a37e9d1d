import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerSync } from '../../../src/server/commands/sync.ts';
import { type Db, inTransaction, openDatabase, type Trx } from '../../../src/server/storage/connection.ts';
import { appendChange } from '../../../src/server/storage/journal.ts';
import { seededRandom } from '../../support/samples/seeded-random.ts';
import { checkFeed, NO_FAULTS } from '../../support/server/feed-check.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet } from '../../support/tablet/enrolled-tablet.ts';

/*
 * The change feed has no gap (ARCHITECTURE, "One journal row"): many writers on connections of their own, with delays
 * between writing and committing and one in five rolled back, while readers ask by cursor as tablets do. The same crowd over
 * a feed numbered by a sequence shows that this test would see a gap if there were one.
 */

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const POOLS = 4;
const WRITERS = 24;
const EACH = 25;
const READERS = 5;

let office: TestApp;
let pools: { readonly db: Db; readonly close: () => Promise<void> }[];

beforeAll(async () => {
  office = await buildTestApp();
  pools = Array.from({ length: POOLS }, () =>
    openDatabase({ ...office.database.connection, max: 6 }, () => undefined),
  );
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await office.close();
});

class RolledBack extends Error {}

/** All writers at once; answers the cursors whose transactions were committed. */
async function writeAll(
  random: () => number,
  write: (trx: Trx, number: number) => Promise<number>,
): Promise<ReadonlySet<number>> {
  const committed = new Set<number>();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const pool = pools[writer % POOLS];
      if (pool === undefined) throw new Error('no pool');
      for (let number = 0; number < EACH; number++) {
        await sleep(random() * 10);
        const fails = random() < 0.2;
        const delay = random() * 4;
        try {
          committed.add(
            await inTransaction(pool.db, async (trx) => {
              const cursor = await write(trx, writer * EACH + number);
              await sleep(delay);
              if (fails) throw new RolledBack();
              return cursor;
            }),
          );
        } catch (error) {
          if (!(error instanceof RolledBack)) throw error;
        }
      }
    }),
  );
  return committed;
}

/** Asks again and again until the writers are done and nothing more comes; answers what was seen, in order. */
async function readAll(
  random: () => number,
  isDone: () => boolean,
  read: (after: number) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const seen: number[] = [];
  for (;;) {
    // Asked before reading: what is committed by then must be in this answer or a later one.
    const last = isDone();
    const page = await read(seen.at(-1) ?? 0);
    seen.push(...page);
    if (last && page.length === 0) return seen;
    await sleep(random() * 6);
  }
}

async function crowd(
  write: (trx: Trx, number: number) => Promise<number>,
  read: (after: number) => Promise<readonly number[]>,
) {
  const random = seededRandom(seed);
  let done = false;
  const reading = Array.from({ length: READERS }, (_, n) =>
    readAll(seededRandom(seed + n + 1), () => done, read),
  );
  const committed = await writeAll(random, write);
  done = true;
  return { committed, readers: await Promise.all(reading) };
}

it(`no reader misses a row, sees one twice or out of order (seed ${seed})`, async () => {
  const tablet = await enrolledTablet(office);
  const { staff } = tablet.enrolment;
  const { committed, readers } = await crowd(
    (trx, number) =>
      // Some for this person, some for every tablet: both are one feed.
      appendChange(trx, number % 5 === 0 ? null : staff.id, {
        kind: 'handed-item',
        submissionId: office.deps.random.id(),
        state: 'waiting',
        at: office.deps.clock.now().toISOString(),
      }),
    async (cursor) => {
      const { changes } = await answerSync(office.deps, {
        deviceId: tablet.deviceId,
        head: { contractVersion: 2, appVersion: 'test', cursor, asked: [] },
        outcomes: [],
        trusted: [],
      });
      return changes.map((change) => change.cursor);
    },
  );
  expect(committed.size).toBeGreaterThan(WRITERS * EACH * 0.6);
  for (const seen of readers) expect(checkFeed(seen, committed)).toEqual(NO_FAULTS);
}, 120_000);

it(`the same crowd over a sequence is seen to miss rows (seed ${seed})`, async () => {
  const { db } = office.deps;
  await sql`create table planted_feed (seq bigserial primary key, body integer not null)`.execute(db);
  const { committed, readers } = await crowd(
    async (trx, number) => {
      const { rows } = await sql<{ seq: string }>`
        insert into planted_feed (body) values (${number}) returning seq`.execute(trx);
      return Number(rows[0]?.seq);
    },
    async (after) => {
      const { rows } = await sql<{ seq: string }>`
        select seq from planted_feed where seq > ${after} order by seq limit 200`.execute(db);
      return rows.map(({ seq }) => Number(seq));
    },
  );
  const missed = readers.map((seen) => checkFeed(seen, committed).missed.length);
  expect(Math.max(...missed)).toBeGreaterThan(0);
}, 120_000);
