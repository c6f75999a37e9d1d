/** What screens may know of sending, in the person's terms. */
export interface SyncStatus {
  /** Reached: the last try ended with an answer whose signature verified. */
  readonly reach: 'unknown' | 'reached' | 'unreachable';
  readonly activity:
    | { readonly kind: 'idle' }
    | { readonly kind: 'sending'; readonly dossiersLeft: number; readonly bytesLeft: number }
    | { readonly kind: 'waiting'; readonly until: string };
  readonly pausedBecause: readonly ('update-needed' | 'device-revoked' | 'clock' | 'user')[];
  /** Device clock of the last verified answer. */
  readonly lastAnswerAt?: string;
}

/** The page's handle on the sender. One sender at a time across tabs and the service worker (Web Locks). */
export interface SyncDriver {
  readonly status: () => SyncStatus;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ask for a round now: "send now", back online, back in the app, something was finished. */
  readonly wake: (why: 'user' | 'finished' | 'online' | 'visible' | 'timer' | 'start') => void;
  readonly stop: () => void;
}
