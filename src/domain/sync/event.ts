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
  readonly uploaded: { readonly attachmentsLeft: number };
  readonly failed: {
    readonly failure: Failure;
    /** Envelopes in the failed try. */
    readonly sent: number;
    readonly left: Left;
  };
  readonly pause: { readonly reason: PauseReason };
  readonly resume: { readonly reason: PauseReason };
}

export type EventKind = keyof Says;
export type EventOf<E extends EventKind> = { [K in E]: { readonly kind: K } & Says[K] }[E];
export type SyncEvent = EventOf<EventKind>;
