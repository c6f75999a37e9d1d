import { describe, expect, it } from 'vitest';
import type { SyncEvent, WakeReason } from '../../../../src/domain/sync/event.ts';
import type { Failure } from '../../../../src/domain/sync/failure.ts';
import { isBusy, step, transitions } from '../../../../src/domain/sync/machine.ts';
import { FIRST_BATCH, initialState, MAX_BATCH, type State } from '../../../../src/domain/sync/state.ts';

const NOTHING = { envelopes: 0, attachments: 0 };
const wake = (why: WakeReason = 'user'): SyncEvent => ({ kind: 'wake', why });
const answered = (left = NOTHING, moved = true, more = false): SyncEvent => ({
  kind: 'answered',
  left,
  moved,
  more,
});
const uploaded = (attachmentsLeft = 0, progressed = true): SyncEvent => ({
  kind: 'uploaded',
  attachmentsLeft,
  progressed,
});
const failed = (failure: Failure, sent = 1, left = NOTHING): SyncEvent => ({
  kind: 'failed',
  failure,
  sent,
  left,
});
const UNREACHABLE: Failure = { kind: 'retry', reach: 'unreachable' };

function stateAfter(...events: readonly SyncEvent[]): State {
  return events.reduce<State>((state, event) => step(state, event, 0.5), initialState);
}

it('has a cell for every state and event', () => {
  const states = ['idle', 'exchanging', 'uploading', 'confirming', 'waiting', 'paused'];
  const events = ['wake', 'answered', 'uploaded', 'failed', 'pause', 'resume'];
  expect(Object.keys(transitions)).toEqual(states);
  for (const row of Object.values(transitions)) expect(Object.keys(row)).toEqual(events);
});

describe('a round', () => {
  it('sends, uploads, asks for the receipts, and rests', () => {
    let state = stateAfter(wake());
    expect(state).toMatchObject({ kind: 'exchanging', batch: FIRST_BATCH });
    state = step(state, answered({ envelopes: 3, attachments: 2 }), 0);
    expect(state.kind).toBe('exchanging');
    state = step(state, answered({ envelopes: 0, attachments: 2 }), 0);
    expect(state).toMatchObject({ kind: 'uploading', reach: 'reached' });
    state = step(state, uploaded(1), 0);
    expect(state.kind).toBe('uploading');
    state = step(state, uploaded(0), 0);
    expect(state.kind).toBe('confirming');
    state = step(state, answered(), 0);
    expect(state).toEqual({ kind: 'idle', reach: 'reached', pollAfter: 270_000 });
  });

  it('goes on while the office has more to tell', () => {
    expect(stateAfter(wake(), answered(NOTHING, true, true)).kind).toBe('exchanging');
    expect(stateAfter(wake(), answered(NOTHING, true, false)).kind).toBe('idle');
  });

  it('waits when the office took nothing of what was sent', () => {
    expect(stateAfter(wake(), answered({ envelopes: 1, attachments: 0 }, false))).toMatchObject({
      kind: 'waiting',
      reach: 'reached',
      attempts: 1,
    });
    expect(stateAfter(wake(), answered(NOTHING, false, true)).kind).toBe('waiting');
  });

  it('uploads even when the exchange moved nothing, but waits when no receipt follows', () => {
    const left = { envelopes: 0, attachments: 1 };
    expect(stateAfter(wake(), answered(left, false)).kind).toBe('uploading');
    expect(stateAfter(wake(), answered(left, false), uploaded(), answered(left, false)).kind).toBe('waiting');
    expect(stateAfter(wake(), answered(left), uploaded(), answered(left, true)).kind).toBe('uploading');
  });

  it('sends more at once with each success, up to the most', () => {
    let state = stateAfter(wake());
    for (const batch of [2 * FIRST_BATCH, MAX_BATCH, MAX_BATCH]) {
      state = step(state, answered({ envelopes: 1, attachments: 0 }), 0);
      expect(state).toMatchObject({ kind: 'exchanging', batch });
    }
  });

  it('a wake while sending brings one more round trip, and only one', () => {
    let state = stateAfter(wake(), wake('finished'), wake('online'), answered());
    expect(state.kind).toBe('exchanging');
    state = step(state, answered(), 0);
    expect(state.kind).toBe('idle');
  });

  it('a wake while a photo goes up comes before the next photo, or with the confirming', () => {
    const photos = { envelopes: 0, attachments: 2 };
    const before = [wake(), answered(photos), wake('finished')];
    expect(stateAfter(...before, uploaded(1))).toMatchObject({ kind: 'exchanging', again: false });
    const last = stateAfter(...before, uploaded(0));
    expect(last.kind).toBe('confirming');
    expect(step(last, answered(), 0).kind).toBe('idle');
    // One that comes while confirming is not in that round trip any more.
    expect(step(step(last, wake('finished'), 0), answered(), 0).kind).toBe('exchanging');
  });
});

describe('a line that breaks', () => {
  const photos = { envelopes: 0, attachments: 2 };

  it('is tried again almost at once, then waits longer each time, and a success forgets it', () => {
    const once = stateAfter(wake(), failed(UNREACHABLE));
    expect(once).toMatchObject({
      kind: 'waiting',
      reach: 'unreachable',
      attempts: 1,
      delay: 350,
      firm: false,
    });
    const twice = step(step(once, wake('timer'), 0), failed(UNREACHABLE), 0.5);
    expect(twice).toMatchObject({ kind: 'waiting', attempts: 2, delay: 1500 });
    const thrice = step(step(twice, wake('timer'), 0), failed(UNREACHABLE), 0.5);
    expect(thrice).toMatchObject({ kind: 'waiting', attempts: 3, delay: 3000 });
    const healed = step(step(thrice, wake('online'), 0), answered({ envelopes: 9, attachments: 0 }), 0);
    expect(healed).toMatchObject({ kind: 'exchanging', attempts: 0, reach: 'reached' });
  });

  it('each time that something was gained costs only the short wait', () => {
    let state = stateAfter(wake(), answered(photos));
    for (let cut = 0; cut < 5; cut += 1) {
      state = step(
        state,
        { kind: 'failed', failure: UNREACHABLE, sent: 0, left: photos, progressed: true },
        0.99,
      );
      expect(state).toMatchObject({ kind: 'waiting', attempts: 1, next: 'uploading' });
      expect(state.kind === 'waiting' && state.delay).toBeLessThanOrEqual(500);
      state = step(state, wake('timer'), 0);
      expect(state.kind).toBe('uploading');
    }
  });

  it('in an upload goes on with the upload, but with news first when there are any', () => {
    const broken = stateAfter(wake(), answered(photos), uploaded(1), failed(UNREACHABLE, 0, photos));
    expect(broken).toMatchObject({ kind: 'waiting', next: 'uploading' });
    expect(step(broken, wake('online'), 0).kind).toBe('uploading');
    for (const why of ['finished', 'user', 'visible', 'start'] as const)
      expect(step(broken, wake(why), 0).kind).toBe('exchanging');
    const woken = stateAfter(wake(), answered(photos), wake('finished'), failed(UNREACHABLE, 0, photos));
    expect(woken).toMatchObject({ kind: 'waiting', next: 'exchanging' });
  });

  it('twice with nothing gained asks the office first', () => {
    const once = stateAfter(wake(), answered(photos), failed(UNREACHABLE, 0, photos));
    const twice = step(step(once, wake('timer'), 0), failed(UNREACHABLE, 0, photos), 0.5);
    expect(twice).toMatchObject({ kind: 'waiting', attempts: 2, next: 'exchanging' });
  });

  it('keeps the batch, until nothing has got through three times', () => {
    let state = stateAfter(wake());
    const batches: number[] = [];
    for (let cut = 0; cut < 8; cut += 1) {
      state = step(state, failed(UNREACHABLE, state.kind === 'exchanging' ? state.batch : 0), 0.5);
      if (state.kind === 'waiting') batches.push(state.batch);
      state = step(state, wake('timer'), 0.5);
    }
    expect(batches).toEqual([100, 100, 50, 25, 12, 8, 8, 8]);
  });

  it('on which nothing came in time asks for less at once', () => {
    const late: Failure = { kind: 'shrink', reach: 'unreachable', atOnce: false };
    expect(stateAfter(wake(), failed(late, 100))).toMatchObject({
      kind: 'waiting',
      reach: 'unreachable',
      batch: 50,
      delay: 1500,
    });
  });
});

describe('failing', () => {
  it('of an office that answers is not tried again at once', () => {
    const trouble: Failure = { kind: 'retry', reach: 'reached' };
    expect(stateAfter(wake(), failed(trouble))).toMatchObject({ attempts: 1, delay: 1500 });
  });

  it('for size halves at once, down to putting one envelope aside for the others', () => {
    const tooLarge: Failure = { kind: 'shrink', reach: 'reached', atOnce: true };
    let state = stateAfter(wake(), failed(tooLarge, 9));
    expect(state).toMatchObject({ kind: 'exchanging', batch: 4 });
    state = step(state, failed(tooLarge, 4), 0);
    state = step(state, failed(tooLarge, 2), 0);
    expect(state).toMatchObject({ kind: 'exchanging', batch: 1 });
    const others = { envelopes: 1, attachments: 0 };
    expect(step(state, failed(tooLarge, 1, others), 0)).toMatchObject({ kind: 'exchanging', batch: 1 });
    expect(step(state, failed(tooLarge, 1), 0).kind).toBe('idle');
    expect(step(state, failed(tooLarge, 0), 0).kind).toBe('waiting');
  });

  it('of the server itself halves after a wait', () => {
    const broken: Failure = { kind: 'shrink', reach: 'reached', atOnce: false };
    expect(stateAfter(wake(), failed(broken, 8))).toMatchObject({ kind: 'waiting', batch: 4, attempts: 1 });
    const grown = stateAfter(
      wake(),
      failed(broken, 8),
      wake('timer'),
      answered({ envelopes: 4, attachments: 0 }),
    );
    expect(grown).toMatchObject({ kind: 'exchanging', batch: 8 });
  });
});

describe('who may wake what', () => {
  const everybody: readonly WakeReason[] = ['user', 'finished', 'online', 'visible', 'timer', 'start'];
  const wakers = (state: State) => everybody.filter((why) => isBusy(step(state, wake(why), 0)));

  it('idle and an ordinary wait: anybody', () => {
    expect(wakers(initialState)).toEqual(everybody);
    expect(wakers(stateAfter(wake(), failed(UNREACHABLE)))).toEqual(everybody);
  });

  it('a wait the server asked for: a person and the timer, and it lasts at least as long', () => {
    const asked = stateAfter(wake(), failed({ kind: 'retry', reach: 'reached', notBefore: 60_000 }));
    expect(asked).toMatchObject({ delay: 60_000, firm: true });
    expect(wakers(asked)).toEqual(['user', 'timer']);
  });

  it('a pause by the server: a person and the slow timer', () => {
    const paused = stateAfter(wake(), failed({ kind: 'pause', reason: 'update-needed' }));
    expect(paused).toMatchObject({ kind: 'paused', reach: 'reached', lookAgainAfter: 1_800_000 });
    expect(wakers(paused)).toEqual(['user', 'timer']);
  });

  it('a pause by a person: only that person going on', () => {
    const paused = stateAfter({ kind: 'pause', reason: 'user' });
    expect(paused).toMatchObject({ kind: 'paused', lookAgainAfter: null });
    expect(wakers(paused)).toEqual([]);
    expect(step(paused, { kind: 'resume', reason: 'user' }, 0).kind).toBe('exchanging');
  });

  it('a wait for Wi-Fi: Wi-Fi, and a person who sends anyway', () => {
    const paused = stateAfter({ kind: 'pause', reason: 'metered' });
    expect(paused).toMatchObject({ kind: 'paused', lookAgainAfter: null });
    expect(wakers(paused)).toEqual(['user']);
    expect(step(paused, { kind: 'resume', reason: 'metered' }, 0).kind).toBe('exchanging');
  });
});

describe('reasons to pause', () => {
  it('are a set: one resume does not undo the other reason', () => {
    const both = stateAfter(wake(), failed({ kind: 'pause', reason: 'device-revoked' }), {
      kind: 'pause',
      reason: 'user',
    });
    expect(both).toMatchObject({ reasons: new Set(['device-revoked', 'user']), lookAgainAfter: null });
    const one = step(both, { kind: 'resume', reason: 'user' }, 0);
    expect(one).toMatchObject({
      kind: 'paused',
      reasons: new Set(['device-revoked']),
      lookAgainAfter: 1_800_000,
    });
    expect(step(both, { kind: 'resume', reason: 'update-needed' }, 0)).toBe(both);
    expect(step(one, { kind: 'resume', reason: 'device-revoked' }, 0).kind).toBe('exchanging');
  });

  it('hold from any state, and a late answer changes nothing', () => {
    const pause: SyncEvent = { kind: 'pause', reason: 'user' };
    const everyState = [
      stateAfter(),
      stateAfter(wake()),
      stateAfter(wake(), answered({ envelopes: 0, attachments: 1 })),
      stateAfter(wake(), answered({ envelopes: 0, attachments: 1 }), uploaded()),
      stateAfter(wake(), failed(UNREACHABLE)),
    ];
    for (const state of everyState) {
      const paused = step(state, pause, 0);
      expect(paused.kind).toBe('paused');
      expect(step(paused, answered(), 0)).toBe(paused);
      expect(step(paused, uploaded(), 0)).toBe(paused);
    }
  });
});
