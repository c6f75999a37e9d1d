/** Why sending is held. The first three come from the server and are tried again now and then; `user` is a person's wish. */
export type PauseReason = 'update-needed' | 'device-revoked' | 'sign-in-needed' | 'user';

export type Reach = 'unknown' | 'reached' | 'unreachable';

/** What is carried through a round and the waiting between tries. */
interface Carried {
  readonly reach: Reach;
  /** Failed tries in a row. */
  readonly attempts: number;
  /** Most envelopes in one round trip: halves on trouble, doubles on success. */
  readonly batch: number;
}

interface Busy extends Carried {
  /** Somebody woke the sender meanwhile: one more round trip follows. */
  readonly again: boolean;
}

/** What each state carries, by its name. See SPEC.md. */
interface Carries {
  readonly idle: { readonly reach: Reach; readonly pollAfter: number };
  readonly exchanging: Busy;
  readonly uploading: Busy;
  readonly confirming: Busy;
  /** A `firm` delay was asked for by the server: only the timer and a person end it. */
  readonly waiting: Carried & { readonly delay: number; readonly firm: boolean };
  readonly paused: Carried & {
    readonly reasons: ReadonlySet<PauseReason>;
    /** Milliseconds until the server's reasons are tried again; null while a person holds it. */
    readonly lookAgainAfter: number | null;
  };
}

export type StateKind = keyof Carries;
export type StateOf<S extends StateKind> = { [K in S]: { readonly kind: K } & Carries[K] }[S];
export type State = StateOf<StateKind>;
export type BusyState = StateOf<'exchanging' | 'uploading' | 'confirming'>;

/** Envelopes in one round trip at most (the contract's limit). */
export const MAX_BATCH = 50;

/** Before anything was tried. `pollAfter` 0: the driver looks at once. */
export const initialState: State = { kind: 'idle', reach: 'unknown', pollAfter: 0 };
