import type { Failure } from './failure.ts';
import type { PauseReason } from './state.ts';

export type WakeReason = 'user' | 'finished' | 'online' | 'visible' | 'timer' | 'start';

/** What still waits on this tablet and can be tried in this round. */
export interface Left {
  readonly envelopes: number;
  readonly attachments: number;
}

interface Says {
  readonly wake: { readonly why: WakeReason };
  readonly answered: {
    readonly left: Left;
    /** Something left the queue, or the cursor went on. */
    readonly moved: boolean;
    /** The server has more changes to tell. */
    readonly more: boolean;
  };
  readonly uploaded: {
    readonly attachmentsLeft: number;
    /** Bytes went up, as far as an unsigned answer can say; not so when it was passed over. */
    readonly progressed?: boolean;
  };
  readonly failed: {
    readonly failure: Failure;
    /** Items in the failed try. */
    readonly sent: number;
    readonly left: Left;
    /** Something was gained before it broke off: an upload's offset grew, or items are known to have been taken in. */
    readonly progressed?: boolean;
  };
  readonly pause: { readonly reason: PauseReason };
  readonly resume: { readonly reason: PauseReason };
}

export type EventKind = keyof Says;
export type EventOf<E extends EventKind> = { [K in E]: { readonly kind: K } & Says[K] }[E];
export type SyncEvent = EventOf<EventKind>;
