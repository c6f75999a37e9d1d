import type { DeviceHealth } from '../../contract/up/device-health.ts';
import type { Storage } from '../storage/storage.ts';
import type { NetworkHint } from './network-hint.ts';
import type { SyncTransport } from './transport.ts';

/** Runs work while nobody else in this browser sends; waits for its turn. */
export interface SenderLock {
  run(work: () => Promise<void>): Promise<void>;
}

/** Calls once after `delay` milliseconds; returns "don't". */
export type Timer = (delay: number, call: () => void) => () => void;

/** What the driver needs from outside. */
export interface SyncPorts {
  readonly storage: Pick<
    Storage,
    | 'outbox'
    | 'backups'
    | 'findDevice'
    | 'findDeviceKeys'
    | 'findSendingWishes'
    | 'putSendingWishes'
    | 'onChange'
  >;
  readonly transport: SyncTransport;
  readonly locks: SenderLock;
  /** Absent where there is none to ask: nothing is held for it then. */
  readonly network?: NetworkHint;
  readonly timers: Timer;
  /** Milliseconds since the epoch, for what the screen says only: nothing is decided on it. */
  readonly clock: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly appVersion: string;
  /** What the tablet says of itself with each round trip; absent where nobody asks for it. */
  readonly health?: () => Promise<DeviceHealth | undefined>;
  /** What is done once a round was answered, beside the sending and never in its way; absent where there is nothing. */
  readonly afterRound?: () => Promise<void>;
  /** A bug or a broken disk in the middle of a round; the sender backs off and goes on. */
  readonly onBug: (error: unknown) => void;
}
