import type { WakeReason } from '../../domain/sync/event.ts';
import type { PauseReason, Reach } from '../../domain/sync/state.ts';

/** What is left of the sending under way. */
export interface Rest {
  readonly dossiersLeft: number;
  readonly bytesLeft: number;
  /** Of this round's bytes, those that went: 0 to 1. */
  readonly share: number;
  /** A coarse estimate; absent until enough was sent to say so. */
  readonly minutesLeft?: number;
}

/** What screens may know of sending, in the person's terms. */
export interface SyncStatus {
  /** Reached: the last try ended with an answer whose signature verified. */
  readonly reach: Reach;
  readonly activity:
    | { readonly kind: 'idle' }
    | ({ readonly kind: 'sending' } & Rest)
    /** `soon`: a line that broke is tried again at once, and the sending goes on with this left. */
    | { readonly kind: 'waiting'; readonly until: string; readonly soon?: Rest };
  /** Empty while sending may go on. */
  readonly pausedBecause: readonly PauseReason[];
  /** Device clock of the last verified answer. */
  readonly lastAnswerAt?: string;
}

/** The page's handle on the sender. One sender at a time across tabs and the service worker (Web Locks). */
export interface SyncDriver {
  readonly status: () => SyncStatus;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Ask for a round now: "send now", back online, back in the app, something was finished. `user` also means "send anyway",
   * for this round, where sending waits for Wi-Fi.
   */
  readonly wake: (why: WakeReason) => void;
  /** A person's wish to hold sending, or to go on. Kept on the tablet, and heeded by every tab and the service worker. */
  readonly setPaused: (paused: boolean) => void;
  readonly stop: () => void;
}
