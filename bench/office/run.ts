import { argv } from 'node:process';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../../src/server/storage/connection.ts';
import { Server } from '../../tests/e2e/support/server.ts';
import {
  addDossiers,
  type CrowdedOffice,
  openCrowdedOffice,
} from '../../tests/support/office/crowded-office.ts';
import { questionsOver } from './questions.ts';
import { writePlans } from './write-plans.ts';

/*
 * How the office's questions grow with the number of dossiers: the built server on its embedded PostgreSQL, asked over HTTP, one
 * question after the other, with 1,000, 10,000 and 100,000 made-up dossiers in the same run. What counts is the growth: a machine
 * that is busy is busy for both. `npm run bench:office -- --plans` also writes docs/query-plans.md.
 */

const SIZES = [1_000, 10_000, 100_000] as const;
const ROUNDS = 120;

async function main(): Promise<void> {
  const seed = Number(option('--seed') ?? 20261128);
  const server = await Server.prepare();
  try {
    await server.start();
    const connection = await server.connection();
    const { db, close } = openDatabase(connection, () => undefined);
    const now = new Date();
    const office = await openCrowdedOffice(db, seed, now);
    const measured: Map<string, number[]>[] = [];
    let there = 0;
    for (const size of SIZES) {
      await addDossiers(db, office, size - there);
      there = size;
      // What PostgreSQL does by itself, now and then; a measurement must not depend on when.
      await sql`vacuum analyze`.execute(db);
      measured.push(await measure(server.url, office, db));
      console.error(`${size} dossiers measured`);
    }
    report(seed, measured);
    if (argv.includes('--plans')) await writePlans(connection, office, now, there);
    await close();
  } finally {
    await server.throwAway();
  }
}

/** Milliseconds of each question, by name. The first rounds warm up what a working day has warm. */
async function measure(url: string, office: CrowdedOffice, db: Db): Promise<Map<string, number[]>> {
  const questions = await questionsOver(url, office, db);
  const times = new Map<string, number[]>();
  for (let round = -10; round < ROUNDS; round += 1)
    for (const [name, ask] of Object.entries(questions)) {
      const began = performance.now();
      await ask(round + 10);
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
    }
  return times;
}

/** The middle says what a question costs, the p95 what the machine did besides; both are growth within one run. */
function report(seed: number, measured: readonly ReadonlyMap<string, readonly number[]>[]): void {
  console.log(`seed ${seed}; milliseconds over HTTP, ${ROUNDS} each; growth against 1,000 in the same run`);
  for (const [title, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    console.log(
      ['\n', title.padEnd(26), ...SIZES.map((size) => String(size).padStart(9)), '   growth'].join(''),
    );
    for (const name of measured[0]?.keys() ?? []) {
      const times = measured.map((one) => percentile(one.get(name) ?? [], share));
      const growth = (times.at(-1) ?? 0) / (times[0] ?? 1);
      const cells = times.map((ms) => ms.toFixed(1).padStart(9));
      console.log([name.padEnd(26), ...cells, `${growth.toFixed(2)} x`.padStart(9)].join(''));
    }
  }
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function option(name: string): string | undefined {
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
}

await main();
