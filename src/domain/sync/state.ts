/**
 * Why sending is held. The first three come from the server and are tried again now and then. The others are a person's
 * wishes: to hold (`user`), and to send only where it costs nothing (`metered`).
 */
export type PauseReason = 'update-needed' | 'device-revoked' | 'sign-in-needed' | 'user' | 'metered';

export type Reach = 'unknown' | 'reached' | 'unreachable';

/** What is carried through a round and the waiting between tries. */
interface Carried {
  readonly reach: Reach;
  /** Failed tries in a row, with nothing gained between them. */
  readonly attempts: number;
  /** Most envelopes in one round trip: halves on trouble, doubles on success. */
  readonly batch: number;
}

interface Busy extends Carried {
  /** Something was gained since the last wait, as far as an unsigned answer can say: the line is alive. */
  readonly gained: boolean;
  /** Somebody woke the sender meanwhile: one more round trip follows. */
  readonly again: boolean;
}

/** What each state carries, by its name. See SPEC.md. */
interface Carries {
  readonly idle: { readonly reach: Reach; readonly pollAfter: number };
  readonly exchanging: Busy;
  readonly uploading: Busy;
  readonly confirming: Busy;
  readonly waiting: Carried & {
    readonly delay: number;
    /** The delay was asked for by the server: only the timer and a person end it. */
    readonly firm: boolean;
    /** What goes on when the line is back: an upload that broke off needs no round trip first. */
    readonly next: 'exchanging' | 'uploading';
  };
  readonly paused: Carried & {
    readonly reasons: ReadonlySet<PauseReason>;
    /** Milliseconds until the server's reasons are tried again; null while a person's wish holds it. */
    readonly lookAgainAfter: number | null;
  };
}

export type StateKind = keyof Carries;
export type StateOf<S extends StateKind> = { [K in S]: { readonly kind: K } & Carries[K] }[S];
export type State = StateOf<StateKind>;
export type BusyState = StateOf<'exchanging' | 'uploading' | 'confirming'>;

/** Envelopes in one round trip at most. Many, because what was whole before a line broke has been taken in (decision 0015). */
export const MAX_BATCH = 400;

/** Envelopes in the first round trip of a round: then it doubles with each success. */
export const FIRST_BATCH = 100;

/** Before anything was tried. `pollAfter` 0: the driver looks at once. */
export const initialState: State = { kind: 'idle', reach: 'unknown', pollAfter: 0 };
