import { setTimeout as sleep } from 'node:timers/promises';
import { sendNow } from '../e2e/support/at-the-sender.ts';
import type { Force, Kind } from './kind.ts';
import type { Rule } from './line.ts';
import { fillQueue, readOutbox } from './queue.ts';
import { type Owed, type Reckoning, reckon } from './reckoning.ts';
import type { Chance } from './seeded.ts';
import type { Station } from './station.ts';
import { type Finished, finishOne } from './submissions.ts';

/** What became of the submissions that were queued while one kind of fault was in force. */
export interface Wave extends Reckoning {
  readonly kind: string;
  readonly injected: number;
  readonly submissions: readonly Owed[];
  /** Seconds until the queue was empty once the line was whole. */
  readonly emptyAfter: number;
  readonly seconds: number;
  /** Bytes of the wave at the tablet's end, HTTP heads included. */
  readonly up: number;
  readonly down: number;
}

/** One that is not over by then has hit somebody who has gone. */
const FATE_MS = 15_000;
const USUAL_RATE = 0.65;
/** A sender that has asked nothing for so long while something waits: somebody opens the app anew. */
const QUIET_MS = 2500;
/** With the line whole, what still waits after so long is stuck. */
const GRACE_MS = 60_000;
/** A photo whose envelope a planted bug has lost waits for ever; a person has pressed "send now" by then. */
export const GRACE_WITH_PLANT_MS = 20_000;
const REOPEN_AFTER_MS = 8_000;
const PERSON_AFTER_MS = 16_000;

/** Queues submissions and does `kind` to their way until it has struck `target` times; then heals and reckons. */
export async function runWave(
  station: Station,
  kind: Kind,
  target: number,
  chance: Chance,
  {
    already = [],
    graceMs = GRACE_MS,
  }: { readonly already?: readonly Owed[]; readonly graceMs?: number } = {},
): Promise<Wave> {
  const began = Date.now();
  const before = station.line.bytes;
  const owed: Owed[] = [...already];
  let injected = 0;
  let underWay = 0;
  let isAnythingWaiting = already.length > 0;

  const queue = async (count: number, made?: readonly Finished[]) => {
    const finished = [...(made ?? [])];
    while (made === undefined && finished.length < count)
      finished.push(await finishOne(station.author, chance));
    await fillQueue(station.page, finished);
    owed.push(...finished.map(toOwed));
    isAnythingWaiting = true;
  };

  const force = kind.force({ station, chance, queue });
  const rule: Rule = (passage) => {
    const { fate } = force;
    if (fate === undefined || !passage.isForOffice || !isAnythingWaiting) return undefined;
    if (force.hits?.(passage) === false || injected + underWay >= target) return undefined;
    if (chance.next() >= (kind.rate ?? USUAL_RATE)) return undefined;
    return async (hit) => {
      underWay += 1;
      try {
        const outcome = await Promise.race([fate(hit), sleep(FATE_MS, 'missed' as const)]);
        if (outcome === 'done') injected += 1;
        return outcome;
      } finally {
        underWay -= 1;
      }
    };
  };

  await station.mend();
  await force.begin?.();
  station.line.decide(rule);
  const deadline = Date.now() + 60_000 + target * 8_000;
  let quietSince = Date.now();
  let heard = station.line.seen.length;
  while (injected < target && Date.now() < deadline) {
    await forgiving(station, async () => {
      if (force.step !== undefined) {
        injected += await force.step();
        return;
      }
      isAnythingWaiting = (await waitingOf(station, owed)) > 0;
      if (!isAnythingWaiting) await queue(chance.between(2, 5));
      await wake(station, force);
      await sleep(60);
      if (station.line.seen.length > heard || underWay > 0) quietSince = Date.now();
      heard = station.line.seen.length;
      if (Date.now() - quietSince > QUIET_MS && force.wake === undefined) {
        await station.open('the app');
        quietSince = Date.now();
      }
    });
  }
  station.line.heal();
  for (let tries = 0; tries < 200 && underWay > 0; tries++) await sleep(50);
  await station.mend();
  await force.end?.();

  const healed = Date.now();
  await drain(station, owed, graceMs);
  const emptyAfter = (Date.now() - healed) / 1000;
  const outbox = await readOutbox(station.page, 'all');
  const found = await reckon(station.server, owed, outbox);
  const { up, down } = station.line.bytes;
  return {
    ...found,
    kind: kind.name,
    injected,
    submissions: owed,
    emptyAfter,
    seconds: (Date.now() - began) / 1000,
    up: up - before.up,
    down: down - before.down,
  };
}

/** Wakes the sender as its surroundings would until nothing waits; at last a person opens the app and presses "send now". */
async function drain(station: Station, owed: readonly Owed[], graceMs: number): Promise<void> {
  const began = Date.now();
  let reopened = 0;
  let asked = 0;
  for (;;) {
    let left = 1;
    await forgiving(station, async () => {
      left = await waitingOf(station, owed);
      const since = Date.now() - began;
      if (since > PERSON_AFTER_MS + asked * 15_000) {
        asked += 1;
        await station.unlock();
        await sendNow(station.page);
      } else if (since > REOPEN_AFTER_MS && reopened === 0) {
        reopened += 1;
        await station.open('the app');
      }
      await station.wakePage();
    });
    if (left === 0 || Date.now() - began > graceMs) return;
    await sleep(200);
  }
}

/** Rows of these submissions without the office's word: what an earlier kind left stuck is counted there, once. */
async function waitingOf(station: Station, owed: readonly Owed[]): Promise<number> {
  const ids = new Set(owed.map(({ id }) => id));
  return (await readOutbox(station.page, 'unsent')).filter(({ submissionId }) => ids.has(submissionId))
    .length;
}

async function wake(station: Station, force: Force): Promise<void> {
  if (force.wake === undefined) await station.wakePage();
  else await force.wake();
}

/** The tablet may be killed while it is asked something: then it is started again, and asked later. */
async function forgiving(station: Station, work: () => Promise<void>): Promise<void> {
  await station.mend();
  try {
    await work();
  } catch (error) {
    if (station.isTabletOn && !isOfGoneTablet(error)) throw error;
    await sleep(50);
  }
}

function isOfGoneTablet(error: unknown): boolean {
  return (
    error instanceof Error &&
    /has been closed|context was destroyed|Target closed|is switched off|tablet is off|ECONNREFUSED|ERR_ABORTED|interrupted by another/.test(
      error.message,
    )
  );
}

function toOwed({ id, digest, reference, photos }: Finished): Owed {
  return { id, digest, reference, photos: photos.map((photo) => ({ id: photo.id, digest: photo.digest })) };
}
