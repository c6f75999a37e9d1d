import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Options, readOptions, USAGE } from './arguments.ts';
import { buildApp } from './build-app.ts';
import type { Kind } from './kind.ts';
import { KINDS, shareOut } from './kinds.ts';
import { PLANTINGS } from './plants.ts';
import { readOfficeStates, readOutbox } from './queue.ts';
import { checkRecords, type Owed } from './reckoning.ts';
import { chanceFrom, seedOf } from './seeded.ts';
import { Station } from './station.ts';
import { closingOf, type Findings, type Result, sumOf, tableOf, writeInto } from './table.ts';
import { GRACE_WITH_PLANT_MS, runWave } from './wave.ts';

/*
 * `npm run test:faults`: every kind of fault, so many times, in a real browser against the real server, and what was
 * lost, duplicated or stuck. Ends with 0 only when nothing was, when each kind struck as often as it should, and when
 * the office's records verify.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const DOCUMENT = join(ROOT, 'docs/RELIABILITY.md');
const PEOPLE = ['Lò Thị Mẩy', 'Vi Văn Páo', 'Hà Thị Sen'];
/** Kinds on one station before it is checked as a whole and another is set up. */
const KINDS_PER_STATION = 12;
const TRIES = 2;

const StoredResult = z.object({
  kind: z.string(),
  injected: z.number(),
  wanted: z.number(),
  submissions: z.number(),
  byHand: z.number(),
  lost: z.number(),
  duplicated: z.number(),
  stuck: z.number(),
  emptyAfter: z.number(),
  seconds: z.number(),
  up: z.number(),
  down: z.number(),
});

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  process.exitCode = await run(options);
}

async function run(asked: Options): Promise<number> {
  const seed = asked.seed ?? randomInt(2 ** 32);
  const kinds = kindsAskedFor(asked);
  if (kinds.length === 0) {
    say(`no kind is called like "${asked.only}"; there are: ${KINDS.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  say(`seed ${seed}, ${kinds.length} kinds${asked.plant === undefined ? '' : `, planted: ${asked.plant}`}`);
  process.env.BUILT_APP ??= buildApp(asked.plant);
  const shares = shareOut(kinds, asked.injections);
  const findings = await runAll(kinds, shares, seed, asked);
  say(`\n${tableOf(findings.results)}\n\n${closingOf(findings)}`);
  const failures = failuresOf(findings);
  if (asked.write && failures.length === 0) writeInto(DOCUMENT, findings);
  say(
    failures.length === 0
      ? '\nNothing lost, nothing double, nothing stuck.'
      : `\nFAILED: ${failures.join('; ')}`,
  );
  return failures.length === 0 ? 0 : 1;
}

function kindsAskedFor({ only, plant }: Options): readonly Kind[] {
  if (only !== undefined) return KINDS.filter(({ name }) => name.includes(only));
  return plant === undefined ? KINDS : KINDS.filter(({ name }) => name === PLANTINGS[plant].kind);
}

async function runAll(
  kinds: readonly Kind[],
  shares: ReadonlyMap<string, number>,
  seed: number,
  asked: Options,
): Promise<Findings> {
  const notes = notesOf(seed, asked);
  const results: Result[] = [...notes.read()];
  const troubles: string[] = [];
  const left = kinds.filter(({ name }) => !results.some(({ kind }) => kind === name));
  for (let at = 0; at < left.length; at += KINDS_PER_STATION) {
    const some = left.slice(at, at + KINDS_PER_STATION);
    const done = await runSome(some, shares, seed, asked.plant);
    results.push(...done.results);
    troubles.push(...done.troubles);
    // Only what was found in order as a whole need not be run again.
    if (done.troubles.length === 0) for (const result of done.results) notes.write(result);
  }
  return { seed, day: new Date().toISOString().slice(0, 10), results, troubles };
}

/** Some kinds, one after the other, on one station; where the harness itself breaks, on another once more. */
async function runSome(
  kinds: readonly Kind[],
  shares: ReadonlyMap<string, number>,
  seed: number,
  plant: Options['plant'],
): Promise<Pick<Findings, 'results' | 'troubles'>> {
  const results: Result[] = [];
  const troubles: string[] = [];
  let left = [...kinds];
  for (let tries = 1; left.length > 0; tries++) {
    const station = await Station.setUp(PEOPLE);
    const owed: Owed[] = [];
    try {
      let waiting = await owedByHand(station);
      for (const kind of left) {
        const chance = chanceFrom(seedOf(seed, kind.name));
        const wanted = shares.get(kind.name) ?? 0;
        const wave = await runWave(station, kind, wanted, chance, {
          already: waiting,
          ...(plant !== undefined && { graceMs: GRACE_WITH_PLANT_MS }),
        });
        owed.push(...wave.submissions);
        const result = {
          ...wave,
          wanted,
          submissions: wave.submissions.length,
          byHand: waiting.length,
          lost: wave.lost.length,
          duplicated: wave.duplicated.length,
          stuck: wave.stuck.length,
        };
        results.push(result);
        waiting = [];
        say(progressOf(result, wave));
        if (station.fallen > 0) {
          troubles.push(`the server ended by itself ${station.fallen} times at "${kind.name}"`);
          station.fallen = 0;
        }
        left = left.filter((other) => other !== kind);
      }
      troubles.push(...(await checkRecords(station.server, await readOfficeStates(station.page), owed)));
      await station.server.stop();
      troubles.push(...verifyAudit(station));
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(`the harness broke at "${left[0]?.name}": ${reason}`);
      if (tries >= TRIES) {
        troubles.push(`the harness broke twice, the second time at "${left[0]?.name}"`);
        left = [];
      }
    } finally {
      await station.takeAway();
    }
  }
  return { results, troubles };
}

async function owedByHand(station: Station): Promise<Owed[]> {
  const rows = await readOutbox(station.page, 'all');
  return rows
    .filter(({ of }) => of === 'envelope')
    .map(({ id, digest }) => ({
      id,
      digest,
      reference: undefined,
      photos: rows
        .filter((row) => row.of === 'attachment' && row.submissionId === id)
        .map((row) => ({ id: row.id, digest: row.digest })),
    }));
}

/** The same command that an administrator runs. */
function verifyAudit(station: Station): string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/server/audit-verify.ts')],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: station.server.dataDir, DATABASE_URL: '' },
      encoding: 'utf8',
    },
  );
  say(`  audit chain: ${stdout.trim()}`);
  return status === 0 ? [] : [`the audit chain does not verify: ${stdout}${stderr}`];
}

function failuresOf({ results, troubles }: Findings): string[] {
  const { lost, duplicated, stuck } = sumOf(results);
  return [
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(duplicated > 0 ? [`${duplicated} duplicated`] : []),
    ...(stuck > 0 ? [`${stuck} stuck`] : []),
    ...results
      .filter(({ injected, wanted }) => injected < wanted)
      .map(({ kind, injected, wanted }) => `"${kind}" struck ${injected} times instead of ${wanted}`),
    ...troubles,
  ];
}

function progressOf(
  result: Result,
  ids: { readonly lost: readonly string[]; readonly stuck: readonly string[] },
): string {
  const { kind, injected, submissions, lost, duplicated, stuck, seconds, emptyAfter } = result;
  const first = ids.lost[0] ?? ids.stuck[0];
  return (
    `  ${kind.padEnd(42)} ${injected} injected, ${submissions} submissions, lost ${lost}, duplicated ${duplicated},` +
    ` stuck ${stuck}; ${seconds.toFixed(0)} s, empty after ${emptyAfter.toFixed(1)} s` +
    (first === undefined ? '' : `; first: ${first}`)
  );
}

/** What was found so far, beside the build, so that a run that was broken off can go on. */
function notesOf(seed: number, { injections, plant, resume }: Options) {
  const folder = join(ROOT, 'node_modules/.cache/reliability/notes');
  const path = join(folder, `${seed}-${injections}-${plant ?? 'as-it-is'}.jsonl`);
  mkdirSync(folder, { recursive: true });
  if (!resume) rmSync(path, { force: true });
  return {
    read: (): Result[] =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => StoredResult.parse(JSON.parse(line)))
        : [],
    write: (result: Result) => appendFileSync(path, `${JSON.stringify(StoredResult.parse(result))}\n`),
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
