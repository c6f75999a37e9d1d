import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAlways, checkDelivery, met, newCrowd, newModel } from './model.ts';
import { regressions } from './regressions.ts';
import { runModel } from './run-model.ts';

/*
 * Whatever happens in whatever order: killed tabs, second tabs, the service worker's sender, lost answers, strangers,
 * pauses, clocks, full disks, refusals, new keys. The outbox gives up nothing without a receipt, the office has exactly one
 * of each, and once all is well everything arrives by itself. `npm run test:soak` runs the same for as long as one likes.
 */

const SEED = process.env.SEED === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(process.env.SEED);

it(`no order of happenings loses, doubles or holds up anything (seed ${SEED})`, {
  timeout: 180_000,
}, async () => {
  const result = await runModel({ seed: SEED, runs: 150 });
  if (result.failed) throw new Error(fc.defaultReportMessage(result));
  // It has tried what it says: round trips and uploads, with and without answers.
  for (const step of [
    'exchange through',
    'exchange answer-lost',
    'exchange cut',
    'exchange forged',
    'upload through',
  ])
    expect(met.get(step), step).toBeGreaterThan(0);
});

describe('found once, never again', () => {
  it.each(regressions.map(({ why, story }) => [why, story] as const))('%s', async (_, story) => {
    const model = newModel();
    const crowd = await newCrowd();
    for (const happening of story) {
      await happening.happen(model, crowd);
      await crowd.settle();
      await checkAlways(model, crowd);
    }
    await checkDelivery(model, crowd);
  });
});
