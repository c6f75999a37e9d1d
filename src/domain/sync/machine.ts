import { backoff, LOOK_AGAIN_AFTER, pollDelay } from './backoff.ts';
import type { EventKind, EventOf, Left, SyncEvent, WakeReason } from './event.ts';
import type { Failure } from './failure.ts';
import {
  type BusyState,
  MAX_BATCH,
  type PauseReason,
  type Reach,
  type State,
  type StateKind,
  type StateOf,
} from './state.ts';

/*
 * The transition table is the machine: one cell for each state and event, none optional, so that a forgotten case does
 * not compile. SPEC.md says what must hold. A cell that gives its state back unchanged means "nothing to do".
 */

type Cell<S extends StateKind, E extends EventKind> = (
  state: StateOf<S>,
  event: EventOf<E>,
  random: number,
) => State;
type Row<S extends StateKind> = { readonly [E in EventKind]: Cell<S, E> };
type Table = { readonly [S in StateKind]: Row<S> };

export const transitions: Table = {
  idle: {
    wake: (state) => exchanging(state.reach, 0, MAX_BATCH),
    answered: stay,
    uploaded: stay,
    failed: stay,
    pause: (state, { reason }) => paused({ ...state, attempts: 0, batch: MAX_BATCH }, new Set([reason])),
    resume: stay,
  },
  exchanging: {
    wake: again,
    answered: (state, { left, moved, more }, random) => {
      if (!moved && (left.envelopes > 0 || more)) return waiting({ ...state, reach: 'reached' }, random);
      return onward(succeeded(state, moved), left, more, random);
    },
    uploaded: stay,
    failed: failedTrip,
    pause: pauseBusy,
    resume: stay,
  },
  uploading: {
    wake: again,
    answered: stay,
    uploaded: (state, { attachmentsLeft }) =>
      attachmentsLeft > 0 ? { ...state } : { ...state, kind: 'confirming' },
    failed: failedTrip,
    pause: pauseBusy,
    resume: stay,
  },
  confirming: {
    wake: again,
    answered: (state, { left, moved, more }, random) => {
      const somethingLeft = left.envelopes > 0 || left.attachments > 0 || more;
      if (!moved && somethingLeft) return waiting({ ...state, reach: 'reached' }, random);
      return onward(succeeded(state, moved), left, more, random);
    },
    uploaded: stay,
    failed: failedTrip,
    pause: pauseBusy,
    resume: stay,
  },
  waiting: {
    wake: (state, { why }) =>
      state.firm && !endsFirmDelay(why) ? state : exchanging(state.reach, state.attempts, state.batch),
    answered: stay,
    uploaded: stay,
    failed: stay,
    pause: (state, { reason }) => paused(state, new Set([reason])),
    resume: stay,
  },
  paused: {
    wake: (state, { why }) => (endsFirmDelay(why) ? release(state, (reason) => reason !== 'user') : state),
    answered: stay,
    uploaded: stay,
    failed: (state, { failure }) =>
      failure.kind === 'pause' ? paused(state, new Set([...state.reasons, failure.reason])) : state,
    pause: (state, { reason }) => paused(state, new Set([...state.reasons, reason])),
    resume: (state, { reason }) => release(state, (held) => held === reason),
  },
};

/** The next state. `random` in [0, 1) spreads delays. */
export function step(state: State, event: SyncEvent, random: number): State {
  return dispatch(state, event, random);
}

/** Whether the driver has an operation to carry out. */
export function isBusy(state: State): state is BusyState {
  return state.kind === 'exchanging' || state.kind === 'uploading' || state.kind === 'confirming';
}

function dispatch<S extends StateKind, E extends EventKind>(
  state: StateOf<S>,
  event: EventOf<E>,
  random: number,
): State {
  const row: Row<S> = transitions[state.kind];
  const cell: Row<S>[E] = row[event.kind];
  return cell(state, event, random);
}

function stay(state: State): State {
  return state;
}

function again(state: BusyState): State {
  return state.again ? state : { ...state, again: true };
}

function pauseBusy(state: BusyState, { reason }: EventOf<'pause'>): State {
  return paused(state, new Set([reason]));
}

/** A timer has waited long enough, and a person knows better; the surroundings do not. */
function endsFirmDelay(why: WakeReason): boolean {
  return why === 'timer' || why === 'user';
}

function exchanging(reach: Reach, attempts: number, batch: number): State {
  return { kind: 'exchanging', reach, attempts, batch, again: false };
}

function succeeded(state: BusyState, moved: boolean): BusyState {
  const attempts = moved ? 0 : state.attempts;
  return { ...state, reach: 'reached', attempts, batch: Math.min(MAX_BATCH, state.batch * 2) };
}

/** What follows a round trip that leaves no reason to wait. */
function onward(state: BusyState, left: Left, more: boolean, random: number): State {
  const { reach, attempts, batch } = state;
  if (left.envelopes > 0 || more) return { ...state, kind: 'exchanging' };
  if (left.attachments > 0) return { ...state, kind: 'uploading' };
  if (state.again) return exchanging(reach, attempts, batch);
  return { kind: 'idle', reach, pollAfter: pollDelay(random) };
}

function failedTrip(state: BusyState, { failure, sent, left }: EventOf<'failed'>, random: number): State {
  switch (failure.kind) {
    case 'pause':
      return paused({ ...state, reach: 'reached' }, new Set([failure.reason]));
    case 'retry':
      return waiting({ ...state, reach: failure.reach }, random, failure);
    case 'shrink': {
      const smaller: BusyState = { ...state, reach: failure.reach, batch: Math.max(1, Math.floor(sent / 2)) };
      if (!failure.atOnce || sent === 0) return waiting(smaller, random);
      if (sent > 1) return { ...smaller, kind: 'exchanging' };
      // The one envelope was put aside (C3): the others go on.
      return onward(smaller, left, false, random);
    }
  }
}

function waiting(
  state: { readonly reach: Reach; readonly attempts: number; readonly batch: number },
  random: number,
  failure?: Extract<Failure, { kind: 'retry' }>,
): State {
  const attempts = state.attempts + 1;
  const asked = failure?.notBefore ?? 0;
  return {
    kind: 'waiting',
    reach: state.reach,
    attempts,
    batch: state.batch,
    delay: Math.max(backoff(attempts, random), asked),
    firm: asked > 0,
  };
}

function paused(
  state: { readonly reach: Reach; readonly attempts: number; readonly batch: number },
  reasons: ReadonlySet<PauseReason>,
): State {
  const { reach, attempts, batch } = state;
  const lookAgainAfter = reasons.has('user') ? null : LOOK_AGAIN_AFTER;
  return { kind: 'paused', reach, attempts, batch, reasons, lookAgainAfter };
}

/** Gives up the reasons that `freed` names; with none left, work goes on. */
function release(state: StateOf<'paused'>, freed: (reason: PauseReason) => boolean): State {
  const held = [...state.reasons].filter((reason) => !freed(reason));
  if (held.length === state.reasons.size) return state;
  return held.length === 0
    ? exchanging(state.reach, state.attempts, state.batch)
    : paused(state, new Set(held));
}
