import { backoff, LOOK_AGAIN_AFTER, pollDelay, quickDelay } from './backoff.ts';
import type { EventKind, EventOf, Left, SyncEvent, WakeReason } from './event.ts';
import type { Failure } from './failure.ts';
import {
  type BusyState,
  FIRST_BATCH,
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

/** A line that is only dead asks for no smaller batch than this. */
const FEW = 8;

type Cell<S extends StateKind, E extends EventKind> = (
  state: StateOf<S>,
  event: EventOf<E>,
  random: number,
) => State;
type Row<S extends StateKind> = { readonly [E in EventKind]: Cell<S, E> };
type Table = { readonly [S in StateKind]: Row<S> };

export const transitions: Table = {
  idle: {
    wake: (state) => exchanging(state.reach, 0, FIRST_BATCH),
    answered: stay,
    uploaded: stay,
    failed: stay,
    pause: (state, { reason }) => paused({ ...state, attempts: 0, batch: FIRST_BATCH }, new Set([reason])),
    resume: stay,
  },
  exchanging: {
    wake: again,
    answered: (state, { left, moved, more }, random) => {
      if (!moved && (left.envelopes > 0 || more)) return inVain(state, random);
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
    uploaded: (state, { attachmentsLeft, progressed }) => {
      // The round trips that follow begin after the wake, and carry what it was about.
      const next: BusyState = { ...state, gained: state.gained || progressed === true, again: false };
      if (attachmentsLeft === 0) return { ...next, kind: 'confirming' };
      return state.again ? { ...next, kind: 'exchanging' } : next;
    },
    failed: failedTrip,
    pause: pauseBusy,
    resume: stay,
  },
  confirming: {
    wake: again,
    answered: (state, { left, moved, more }, random) => {
      const somethingLeft = left.envelopes > 0 || left.attachments > 0 || more;
      if (!moved && somethingLeft) return inVain(state, random);
      return onward(succeeded(state, moved), left, more, random);
    },
    uploaded: stay,
    failed: failedTrip,
    pause: pauseBusy,
    resume: stay,
  },
  waiting: {
    wake: (state, { why }) => {
      if (state.firm && !endsFirmDelay(why)) return state;
      const next = exchanging(state.reach, state.attempts, state.batch);
      return state.next === 'uploading' && onlyTheLine(why) ? { ...next, kind: 'uploading' } : next;
    },
    answered: stay,
    uploaded: stay,
    failed: stay,
    pause: (state, { reason }) => paused(state, new Set([reason])),
    resume: stay,
  },
  paused: {
    wake: (state, { why }) => {
      if (why === 'user') return release(state, (reason) => reason !== 'user');
      return why === 'timer' ? release(state, (reason) => !isWish(reason)) : state;
    },
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

/** Woken because the line may be back, not because there is news to send or to ask for. */
function onlyTheLine(why: WakeReason): boolean {
  return why === 'timer' || why === 'online';
}

/** Reasons that people gave: the office's reasons may have gone away unheard, theirs have not. */
function isWish(reason: PauseReason): boolean {
  return reason === 'user' || reason === 'metered';
}

function exchanging(reach: Reach, attempts: number, batch: number): StateOf<'exchanging'> {
  return { kind: 'exchanging', reach, attempts, batch, gained: false, again: false };
}

function succeeded(state: BusyState, moved: boolean): BusyState {
  const attempts = moved ? 0 : state.attempts;
  const gained = state.gained || moved;
  return { ...state, reach: 'reached', attempts, gained, batch: Math.min(MAX_BATCH, state.batch * 2) };
}

/** An answered round trip after which nothing moved, though there is something left. */
function inVain(state: BusyState, random: number): State {
  const attempts = state.attempts + 1;
  return waiting({ ...state, reach: 'reached', attempts }, { delay: backoff(attempts, random) });
}

/** What follows a round trip that leaves no reason to wait. */
function onward(state: BusyState, left: Left, more: boolean, random: number): State {
  const { reach, attempts, batch } = state;
  if (left.envelopes > 0 || more) return { ...state, kind: 'exchanging', again: false };
  if (left.attachments > 0) return { ...state, kind: 'uploading' };
  if (state.again) return exchanging(reach, attempts, batch);
  return { kind: 'idle', reach, pollAfter: pollDelay(random) };
}

function failedTrip(state: BusyState, event: EventOf<'failed'>, random: number): State {
  const { failure, sent, left } = event;
  switch (failure.kind) {
    case 'pause':
      return paused({ ...state, reach: 'reached' }, new Set([failure.reason]));
    case 'retry':
      return tryAgain(state, event, failure, random);
    case 'shrink': {
      const smaller: BusyState = { ...state, reach: failure.reach, batch: Math.max(1, Math.floor(sent / 2)) };
      if (!failure.atOnce || sent === 0) {
        const attempts = state.attempts + 1;
        return waiting({ ...smaller, attempts }, { delay: backoff(attempts, random) });
      }
      if (sent > 1) return { ...smaller, kind: 'exchanging' };
      // The one item was put aside (C3): the others go on.
      return onward(smaller, left, false, random);
    }
  }
}

/**
 * A line that broke is tried again almost at once, the first time and each time that something had been gained; an office
 * that answers with trouble is not.
 */
function tryAgain(
  state: BusyState,
  { progressed, sent }: EventOf<'failed'>,
  failure: Extract<Failure, { kind: 'retry' }>,
  random: number,
): State {
  const { reach, notBefore: asked = 0 } = failure;
  const gained = state.gained || progressed === true;
  const attempts = gained ? 1 : state.attempts + 1;
  const broke = reach === 'unreachable';
  const own = broke && attempts === 1 ? quickDelay(random) : backoff(broke ? attempts - 1 : attempts, random);
  const resumes = state.kind === 'uploading' && broke && gained && !state.again;
  // Something on the way may keep large requests to itself and then drop them: there, only less at once gets through.
  const halves = broke && sent > FEW && attempts >= 3;
  const batch = halves ? Math.max(FEW, Math.floor(sent / 2)) : state.batch;
  return waiting(
    { reach, attempts, batch },
    { delay: Math.max(own, asked), firm: asked > 0, next: resumes ? 'uploading' : 'exchanging' },
  );
}

type Carried = Pick<StateOf<'waiting'>, 'reach' | 'attempts' | 'batch'>;

function waiting(
  { reach, attempts, batch }: Carried,
  rest: { readonly delay: number; readonly firm?: boolean; readonly next?: StateOf<'waiting'>['next'] },
): State {
  return { kind: 'waiting', reach, attempts, batch, firm: false, next: 'exchanging', ...rest };
}

function paused({ reach, attempts, batch }: Carried, reasons: ReadonlySet<PauseReason>): State {
  const lookAgainAfter = [...reasons].some(isWish) ? null : LOOK_AGAIN_AFTER;
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
