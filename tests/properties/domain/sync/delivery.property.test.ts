import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classify, classifyUpload, type FailedExchange } from '../../../../src/domain/sync/classify.ts';
import type { SyncEvent } from '../../../../src/domain/sync/event.ts';
import { isolates } from '../../../../src/domain/sync/failure.ts';
import { isBusy, step } from '../../../../src/domain/sync/machine.ts';
import { type BusyState, initialState, type State } from '../../../../src/domain/sync/state.ts';

/*
 * A model of tablet and office, without network: the machine decides, the model obeys SPEC.md's constraints on the driver.
 * The road is bad for a while, by a script; then the office answers, and everything must arrive.
 */

interface Item {
  readonly id: number;
  readonly attachments: number;
}

interface World {
  readonly items: readonly Item[];
  /** What the road does with the first round trips and uploads. */
  readonly road: readonly Road[];
  /** The office fails whenever this one is in the batch. */
  readonly poison: number | undefined;
  /** The office takes at most so many at once. */
  readonly limit: number;
  /** Wakes that come while the driver works, by operation number. */
  readonly wakes: ReadonlySet<number>;
}

type Road = 'open' | 'answer-lost' | FailedExchange;

const failedExchange: fc.Arbitrary<FailedExchange> = fc.oneof(
  fc.constant({ kind: 'no-answer' as const }),
  fc.constant({ kind: 'timed-out' as const }),
  fc.record({ kind: fc.constant('unverified' as const), status: fc.constantFrom(200, 302, 413, 502) }),
  fc.constant({ kind: 'not-understood' as const }),
  fc.record({
    kind: fc.constant('refused' as const),
    error: fc.constantFrom('internal' as const, 'too-many-requests' as const, 'device-revoked' as const),
    retryAfter: fc.option(fc.nat(100), { nil: undefined }),
  }),
);

const world: fc.Arbitrary<World> = fc.array(fc.nat(3), { minLength: 1, maxLength: 70 }).chain((attachments) =>
  fc.record({
    items: fc.constant(attachments.map((count, id) => ({ id, attachments: count }))),
    road: fc.array(fc.oneof(fc.constant<Road>('open'), fc.constant<Road>('answer-lost'), failedExchange), {
      maxLength: 15,
    }),
    poison: fc.option(fc.nat(attachments.length - 1), { nil: undefined }),
    limit: fc.integer({ min: 1, max: 60 }),
    wakes: fc.array(fc.nat(40), { maxLength: 5 }).map((at) => new Set(at)),
  }),
);

function run(world: World) {
  const waiting = new Set(world.items.map(({ id }) => id));
  const photosWaiting = new Map(world.items.map(({ id, attachments }) => [id, attachments]));
  const atOffice = new Set<number>();
  const photosAtOffice = new Map<number, number>();
  const road = [...world.road];
  const putAside = new Set<number>();
  const tried = new Set<number>();
  let state: State = initialState;
  let operations = 0;

  const openPhotos = () =>
    [...photosWaiting].filter(([id, count]) => !waiting.has(id) && count > 0).map(([id]) => id);
  const left = () => ({
    envelopes: [...waiting].filter((id) => !putAside.has(id)).length,
    attachments: openPhotos().length,
  });
  const fail = (failed: FailedExchange, batch: readonly number[]): SyncEvent => {
    const failure = classify(failed);
    const [only] = batch;
    if (only !== undefined && isolates(failure, batch.length)) putAside.add(only);
    return { kind: 'failed', failure, sent: batch.length, left: left() };
  };

  function exchange(busy: BusyState): SyncEvent {
    const batch = [...waiting].filter((id) => !putAside.has(id)).slice(0, busy.batch);
    const way = road.shift() ?? 'open';
    if (typeof way === 'object') return fail(way, batch);
    if (batch.length > world.limit) return fail({ kind: 'refused', error: 'too-large' }, batch);
    if (world.poison !== undefined && batch.includes(world.poison)) {
      return fail({ kind: 'refused', error: 'internal' }, batch);
    }
    for (const id of batch) atOffice.add(id);
    if (way === 'answer-lost') return fail({ kind: 'no-answer' }, batch);
    const receipted = openPhotos().filter((id) => photosAtOffice.get(id) === photosWaiting.get(id));
    for (const id of batch) waiting.delete(id);
    for (const id of receipted) photosWaiting.set(id, 0);
    return { kind: 'answered', moved: batch.length + receipted.length > 0, more: false, left: left() };
  }

  function upload(): SyncEvent {
    const open = openPhotos().filter((id) => !tried.has(id));
    const [id] = open;
    if (id === undefined) return { kind: 'uploaded', attachmentsLeft: 0 };
    const verdict =
      road.length > 0 && road.shift() !== 'open' ? classifyUpload({ status: undefined }) : 'pass-over';
    if (verdict !== 'pass-over') return { kind: 'failed', failure: verdict, sent: 0, left: left() };
    photosAtOffice.set(id, photosWaiting.get(id) ?? 0);
    tried.add(id);
    return { kind: 'uploaded', attachmentsLeft: open.length - 1 };
  }

  const allButPoison = () =>
    world.items.every(({ id }) => id === world.poison || (!waiting.has(id) && photosWaiting.get(id) === 0));

  const bound = 40 + world.road.length * 4 + world.items.length * 8;
  state = step(state, { kind: 'wake', why: 'start' }, 0.5);
  while (operations < bound && !(allButPoison() && !isBusy(state))) {
    if (isBusy(state)) {
      operations += 1;
      if (world.wakes.has(operations)) state = step(state, { kind: 'wake', why: 'finished' }, 0.5);
      const busy: State = state;
      if (!isBusy(busy)) throw new Error('a wake ended the work');
      state = step(busy, busy.kind === 'uploading' ? upload() : exchange(busy), 0.5);
    } else {
      tried.clear();
      if (state.kind === 'idle') putAside.clear();
      operations += 1;
      state = step(state, { kind: 'wake', why: 'timer' }, 0.5);
    }
  }
  return { waiting, photosWaiting, atOffice, photosAtOffice, done: allButPoison() };
}

it('everything is delivered once the office answers; a poisoned envelope stays and stops no other', () => {
  fc.assert(
    fc.property(world, (world) => {
      const end = run(world);
      expect(end.done).toBe(true);
      // Nothing left the tablet that the office does not have.
      for (const { id, attachments } of world.items) {
        if (!end.waiting.has(id)) expect(end.atOffice.has(id)).toBe(true);
        if (end.photosWaiting.get(id) === 0 && attachments > 0)
          expect(end.photosAtOffice.get(id)).toBe(attachments);
      }
      if (world.poison !== undefined) expect(end.waiting.has(world.poison)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
