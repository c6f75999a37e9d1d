import type { Storage } from '../../../src/client/storage/storage.ts';
import { createSenderLock } from '../../../src/client/sync/browser-ports.ts';
import type { NetworkHint } from '../../../src/client/sync/network-hint.ts';
import type { SenderLock, SyncPorts } from '../../../src/client/sync/ports.ts';
import { createSyncDriver, type Sender } from '../../../src/client/sync/sync-driver.ts';
import type { SyncTransport } from '../../../src/client/sync/transport.ts';

/** A driver whose timers fire only when the test says so. */
export interface TestSender {
  readonly driver: Sender;
  readonly storage: Storage;
  /** Delay of the timer that is set, in milliseconds. */
  readonly delay: () => number | undefined;
  /** How many timers were set so far. */
  readonly timersSet: () => number;
  /** Lets the timer fire and waits for the round to end. */
  readonly elapse: () => Promise<void>;
  /** Wakes as a person would and waits for the round to end. */
  readonly send: () => Promise<void>;
  readonly bugs: unknown[];
}

export function startSender(of: {
  readonly storage: Storage;
  readonly transport: SyncTransport;
  readonly locks?: SenderLock;
  readonly clock?: () => number;
  readonly network?: NetworkHint;
  readonly afterRound?: () => Promise<void>;
}): TestSender {
  let timersSet = 0;
  let timer: { readonly delay: number; readonly call: () => void } | undefined;
  const bugs: unknown[] = [];
  const ports: SyncPorts = {
    storage: of.storage,
    transport: of.transport,
    locks: of.locks ?? createSenderLock(undefined),
    ...(of.network === undefined ? {} : { network: of.network }),
    ...(of.afterRound === undefined ? {} : { afterRound: of.afterRound }),
    timers: (delay, call) => {
      timersSet += 1;
      const mine = { delay, call };
      timer = mine;
      return () => {
        if (timer === mine) timer = undefined;
      };
    },
    clock: of.clock ?? (() => Date.parse('2026-11-22T12:00:00Z')),
    random: () => 0.5,
    appVersion: 'test',
    onBug: (error) => bugs.push(error),
  };
  const driver = createSyncDriver(ports);
  return {
    driver,
    storage: of.storage,
    bugs,
    delay: () => timer?.delay,
    timersSet: () => timersSet,
    elapse: async () => {
      const due = timer;
      if (due === undefined) throw new Error('no timer is set');
      timer = undefined;
      due.call();
      await driver.settled();
    },
    send: async () => {
      driver.wake('user');
      await driver.settled();
    },
  };
}
