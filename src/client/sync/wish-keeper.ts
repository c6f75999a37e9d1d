import type { SendingWishes } from '../storage/model.ts';
import type { SyncPorts } from './ports.ts';
import { heldBy, type WishedReason } from './wishes.ts';

/** People's wishes as this tab knows them: those on the disk, and over them what was wished here and is being written. */
export interface WishKeeper {
  /** Why they hold the sender now. */
  readonly held: () => ReadonlySet<WishedReason>;
  /** Reads again what lies on the disk: another tab may have written. */
  readonly learn: () => Promise<void>;
  /** Holds at once here, and is kept for the other tabs, the service worker and the next start. */
  readonly setPaused: (paused: boolean) => void;
  /** A person said that this round may cost, or the round has ended. */
  readonly setAnyway: (anyway: boolean) => void;
}

export function keepWishes(ports: Pick<SyncPorts, 'storage' | 'network' | 'onBug'>): WishKeeper {
  let stored: SendingWishes | undefined;
  let beingWritten: Partial<SendingWishes> = {};
  let anyway = false;

  const current = (): SendingWishes => ({ paused: false, onlyOnWifi: false, ...stored, ...beingWritten });

  async function write(change: Partial<SendingWishes>): Promise<void> {
    beingWritten = change;
    try {
      await ports.storage.putSendingWishes(change);
      stored = { ...current(), ...change };
    } catch (error) {
      // It holds in this tab for as long as that lives, and is on the screen.
      ports.onBug(error);
      return;
    }
    if (beingWritten === change) beingWritten = {};
  }

  return {
    held: () => heldBy(current(), ports.network?.isMetered(), anyway),
    learn: async () => {
      stored = await ports.storage.findSendingWishes();
    },
    setPaused: (paused) => {
      if (stored === undefined || current().paused !== paused) void write({ paused });
    },
    setAnyway: (wished) => {
      anyway = wished;
    },
  };
}
