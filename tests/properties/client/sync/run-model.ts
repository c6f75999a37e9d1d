import fc from 'fast-check';
import type { Crowd } from '../../../support/sync/crowd.ts';
import type { Fate } from '../../../support/sync/gate.ts';
import {
  checkAlways,
  checkDelivery,
  type Happening,
  happenings,
  type Model,
  newCrowd,
  newModel,
} from './model.ts';

type Command = fc.AsyncCommand<Model, Crowd>;

const refusal = (error: 'unauthorized' | 'conflict' | 'too-large' | 'internal' | 'update-needed') => ({
  kind: 'refused' as const,
  error,
});
/** The same trouble as a round trip and as an upload meet it. */
const instead: fc.Arbitrary<Fate> = fc
  .constantFrom(
    // Not our words, though signed; a signature that is missing or another's; statuses with and without signature.
    [{ kind: 'not-understood' as const }, 200],
    [{ kind: 'unverified' as const, status: 200 }, 200],
    [refusal('unauthorized'), 401],
    [{ kind: 'unverified' as const, status: 401 }, 403],
    [refusal('conflict'), 409],
    [{ kind: 'unverified' as const, status: 409 }, 404],
    [refusal('too-large'), 413],
    [{ kind: 'unverified' as const, status: 413 }, 413],
    [{ kind: 'refused' as const, error: 'too-many-requests' as const, retryAfter: 60 }, 429],
    [{ kind: 'unverified' as const, status: 429 }, 423],
    [refusal('internal'), 500],
    [{ kind: 'unverified' as const, status: 502 }, 503],
    [refusal('update-needed'), 460],
    [{ kind: 'timed-out' as const }, undefined],
  )
  .map(([exchange, status]) => ({
    kind: 'instead' as const,
    exchange,
    upload: { kind: 'failed' as const, status },
  }));

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>({ kind: 'through' }) },
  { weight: 2, arbitrary: fc.constant<Fate>({ kind: 'answer-lost' }) },
  {
    weight: 2,
    arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((share): Fate => ({ kind: 'cut', share })),
  },
  fc.constant<Fate>({ kind: 'lost' }),
  fc.constant<Fate>({ kind: 'lie' }),
  fc.constantFrom('signature' as const, 'places' as const).map((how): Fate => ({ kind: 'forged', how })),
  { weight: 3, arbitrary: instead },
);

const tab = fc.nat(3);
const why = fc.constantFrom('user', 'finished', 'online', 'visible', 'timer', 'start');
/** Some so small that they travel with their envelope, some that go up by themselves. */
const photo = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 16_500, max: 16_900 }));
const photos = fc.array(photo, { maxLength: 3 });
/** What hinders everything is rarer to begin than to end, or little else would ever happen. */
const seldom = fc.oneof(
  { weight: 1, arbitrary: fc.constant(true) },
  { weight: 3, arbitrary: fc.constant(false) },
);

/** How often each is chosen. */
const chances: readonly (readonly [number, fc.Arbitrary<Happening>])[] = [
  [4, fc.tuple(photos, tab).map((of) => happenings.finish(...of))],
  [2, fc.tuple(tab, why).map((of) => happenings.wake(...of))],
  [16, fc.tuple(fc.nat(3), fate).map((of) => happenings.cross(...of))],
  [4, fc.nat(12).map(happenings.flow)],
  [6, tab.map(happenings.elapse)],
  [2, fc.constant(happenings.openTab())],
  [1, fc.constant(happenings.openWorker())],
  [2, fc.tuple(tab, fc.boolean()).map((of) => happenings.kill(...of))],
  [2, fc.tuple(tab, fc.nat(25)).map((of) => happenings.doom(...of))],
  [2, fc.tuple(tab, seldom).map((of) => happenings.setPaused(...of))],
  [1, fc.boolean().map(happenings.setOnlyOnWifi)],
  [1, fc.constantFrom(true, false, undefined).map(happenings.setMetered)],
  [1, fc.integer({ min: -9000, max: 9000 }).map(happenings.jumpClock)],
  [2, seldom.map(happenings.fillDisk)],
  [1, fc.nat(9).map(happenings.retire)],
  [1, fc.nat(9).map(happenings.tryAgain)],
  [1, fc.constant(happenings.rotateKeys())],
  [1, fc.constant(happenings.endLeases())],
  [2, seldom.map(happenings.revoke)],
];
const happening = chances.flatMap(([weight, one]) => Array.from({ length: weight }, () => one));

let commandsRun = 0;
/** Commands that were carried out since the program began. */
export const countCommands = (): number => commandsRun;

function commandOf(one: Happening): Command {
  return {
    toString: one.toString,
    check: () => true,
    run: async (model, crowd) => {
      commandsRun += 1;
      await one.happen(model, crowd);
      await crowd.settle();
      await checkAlways(model, crowd);
    },
  };
}

/** Runs the model `runs` times; a failure comes with the smallest story that shows it. */
export async function runModel({
  seed,
  runs,
}: {
  readonly seed: number;
  readonly runs: number;
}): Promise<fc.RunDetails<[Iterable<Command>]>> {
  const commands = fc.commands(
    happening.map((one) => one.map(commandOf)),
    { maxCommands: 60, size: 'max' },
  );
  const property = fc.asyncProperty(commands, async (stories) => {
    const model = newModel();
    const crowd = await newCrowd();
    await fc.asyncModelRun(() => ({ model, real: crowd }), stories);
    await checkDelivery(model, crowd);
    await crowd.settle();
    for (const member of crowd.members()) await crowd.kill(member, false);
  });
  return await fc.check(property, { seed, numRuns: runs });
}
