import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, quickDelay } from '../../../../src/domain/sync/backoff.ts';
import type { SyncEvent } from '../../../../src/domain/sync/event.ts';
import type { Failure } from '../../../../src/domain/sync/failure.ts';
import { isBusy, step } from '../../../../src/domain/sync/machine.ts';
import { initialState, MAX_BATCH, type PauseReason, type State } from '../../../../src/domain/sync/state.ts';

const reach = fc.constantFrom('unknown' as const, 'reached' as const, 'unreachable' as const);
const reason = fc.constantFrom<PauseReason>(
  'update-needed',
  'device-revoked',
  'sign-in-needed',
  'user',
  'metered',
);
const left = fc.record({ envelopes: fc.nat(3), attachments: fc.nat(3) });
const progressed = fc.boolean();
const failure: fc.Arbitrary<Failure> = fc.oneof(
  fc.record({ kind: fc.constant('retry' as const), reach }),
  fc.record({ kind: fc.constant('retry' as const), reach, notBefore: fc.nat(600_000) }),
  fc.record({ kind: fc.constant('shrink' as const), reach, atOnce: fc.boolean() }),
  fc.record({ kind: fc.constant('pause' as const), reason }),
);
const event: fc.Arbitrary<SyncEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('wake' as const),
    why: fc.constantFrom('user', 'finished', 'online', 'visible', 'timer', 'start'),
  }),
  fc.record({ kind: fc.constant('answered' as const), left, moved: fc.boolean(), more: fc.boolean() }),
  fc.record({ kind: fc.constant('uploaded' as const), attachmentsLeft: fc.nat(3), progressed }),
  fc.record({ kind: fc.constant('failed' as const), failure, sent: fc.nat(MAX_BATCH), left, progressed }),
  fc.record({ kind: fc.constant('pause' as const), reason }),
  fc.record({ kind: fc.constant('resume' as const), reason }),
);
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const walk = fc.array(fc.tuple(event, random), { maxLength: 60 });

/** Any events in any order, also those a driver would never send. */
function alongAnyWalk(check: (before: State, event: SyncEvent, after: State) => void): void {
  fc.assert(
    fc.property(walk, (steps) => {
      let state = initialState;
      for (const [event, number] of steps) {
        const next = step(state, event, number);
        check(state, event, next);
        state = next;
      }
    }),
    { numRuns: 2000 },
  );
}

describe('on any walk', () => {
  it('the state stays among the states, with numbers in bounds', () => {
    alongAnyWalk((_, __, state) => {
      expect(['idle', 'exchanging', 'uploading', 'confirming', 'waiting', 'paused']).toContain(state.kind);
      if (state.kind === 'idle') return;
      expect(state.batch).toBeGreaterThanOrEqual(1);
      expect(state.batch).toBeLessThanOrEqual(MAX_BATCH);
      expect(state.attempts).toBeGreaterThanOrEqual(0);
    });
  });

  it('it is paused exactly when there are reasons', () => {
    alongAnyWalk((_, __, state) => {
      if (state.kind === 'paused') expect(state.reasons.size).toBeGreaterThan(0);
      else expect('reasons' in state).toBe(false);
    });
  });

  it('a pause always holds, and only its own reason is resumed', () => {
    alongAnyWalk((before, event, state) => {
      if (event.kind === 'pause') {
        expect(state).toMatchObject({ kind: 'paused' });
        if (state.kind === 'paused') expect(state.reasons.has(event.reason)).toBe(true);
      }
      if (event.kind === 'resume' && before.kind === 'paused') {
        const others = [...before.reasons].filter((one) => one !== event.reason);
        if (others.length > 0) expect(state).toMatchObject({ kind: 'paused', reasons: new Set(others) });
      }
    });
  });

  it('only a wake or a resume begins work', () => {
    alongAnyWalk((before, event, state) => {
      if (isBusy(state) && !isBusy(before)) expect(['wake', 'resume']).toContain(event.kind);
    });
  });

  it('no round trip follows at once after one that moved nothing, unless somebody asked meanwhile', () => {
    alongAnyWalk((before, event, state) => {
      if (event.kind !== 'answered' || event.moved || !isBusy(before) || before.again) return;
      if (before.kind === 'uploading') return; // No answer is due there: nothing happens.
      expect(['waiting', 'uploading', 'idle']).toContain(state.kind);
      if (before.kind === 'confirming') expect(state.kind).not.toBe('uploading');
    });
  });

  it('delays lie within the bounds', () => {
    alongAnyWalk((before, event, state) => {
      if (state.kind !== 'waiting' || state === before) return;
      const broke =
        event.kind === 'failed' && event.failure.kind === 'retry' && state.reach === 'unreachable';
      const own = (random: number) => {
        if (broke && state.attempts === 1) return quickDelay(random);
        return backoff(broke ? state.attempts - 1 : state.attempts, random);
      };
      const asked =
        event.kind === 'failed' && event.failure.kind === 'retry' ? (event.failure.notBefore ?? 0) : 0;
      expect(state.delay).toBeGreaterThanOrEqual(own(0));
      expect(state.delay).toBeLessThanOrEqual(Math.max(own(1), asked));
      expect(state.delay).toBeGreaterThanOrEqual(asked);
    });
  });

  it('only a verified answer or a gain makes the waits shorter again', () => {
    alongAnyWalk((before, event, state) => {
      if (before.kind === 'idle' || state.kind === 'idle' || state.attempts >= before.attempts) return;
      if (event.kind === 'answered') expect(event.moved).toBe(true);
      else {
        expect(event).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
        expect((isBusy(before) && before.gained) || ('progressed' in event && event.progressed)).toBe(true);
      }
    });
  });

  it('an upload goes on without a round trip only where one broke off that had gained something', () => {
    alongAnyWalk((before, event, state) => {
      if (state.kind === 'waiting' && before.kind !== 'waiting' && state.next === 'uploading') {
        expect(before.kind).toBe('uploading');
        expect(state).toMatchObject({ reach: 'unreachable', attempts: 1 });
      }
      if (before.kind !== 'waiting' || state.kind !== 'uploading') return;
      expect(before.next).toBe('uploading');
      expect(event).toMatchObject({ kind: 'wake' });
      if (event.kind === 'wake') expect(['timer', 'online']).toContain(event.why);
    });
  });

  it('a wish holds against everything but its own end, and against a person only the one to hold', () => {
    alongAnyWalk((before, event, state) => {
      if (before.kind !== 'paused') return;
      const held = (reason: PauseReason) => state.kind === 'paused' && state.reasons.has(reason);
      const ends = (reason: PauseReason) => event.kind === 'resume' && event.reason === reason;
      if (before.reasons.has('user')) expect(held('user')).toBe(!ends('user'));
      const sendsAnyway = event.kind === 'wake' && event.why === 'user';
      if (before.reasons.has('metered')) expect(held('metered')).toBe(!ends('metered') && !sendsAnyway);
    });
  });
});
