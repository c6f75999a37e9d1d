import { describe, expect, it } from 'vitest';
import type { SyncEvent, WakeReason } from '../../../../src/domain/sync/event.ts';
import type { Failure } from '../../../../src/domain/sync/failure.ts';
import { isBusy, step, transitions } from '../../../../src/domain/sync/machine.ts';
import { initialState, MAX_BATCH, type State } from '../../../../src/domain/sync/state.ts';

const NOTHING = { envelopes: 0, attachments: 0 };
const wake = (why: WakeReason = 'user'): SyncEvent => ({ kind: 'wake', why });
const answered = (left = NOTHING, moved = true, more = false): SyncEvent => ({
  kind: 'answered',
  left,
  moved,
  more,
});
const uploaded = (attachmentsLeft = 0): SyncEvent => ({ kind: 'uploaded', attachmentsLeft });
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
    expect(state).toMatchObject({ kind: 'exchanging', batch: MAX_BATCH });
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

  it('a wake while sending brings one more round trip, and only one', () => {
    let state = stateAfter(wake(), wake('finished'), wake('online'), answered());
    expect(state.kind).toBe('exchanging');
    state = step(state, answered(), 0);
    expect(state.kind).toBe('idle');
    expect(
      stateAfter(wake(), answered({ envelopes: 0, attachments: 1 }), wake('finished'), uploaded(), answered())
        .kind,
    ).toBe('exchanging');
  });
});

describe('failing', () => {
  it('without an answer waits longer each time, and a success forgets it', () => {
    const once = stateAfter(wake(), failed(UNREACHABLE));
    expect(once).toMatchObject({
      kind: 'waiting',
      reach: 'unreachable',
      attempts: 1,
      delay: 1500,
      firm: false,
    });
    const twice = step(step(once, wake('timer'), 0), failed(UNREACHABLE), 0.5);
    expect(twice).toMatchObject({ kind: 'waiting', attempts: 2, delay: 3000 });
    const healed = step(step(twice, wake('online'), 0), answered({ envelopes: 9, attachments: 0 }), 0);
    expect(healed).toMatchObject({ kind: 'exchanging', attempts: 0, reach: 'reached' });
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

  it('in an upload waits as well', () => {
    const state = stateAfter(wake(), answered({ envelopes: 0, attachments: 1 }), failed(UNREACHABLE, 0));
    expect(state).toMatchObject({ kind: 'waiting', reach: 'unreachable' });
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
