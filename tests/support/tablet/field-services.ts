import { countChanges } from '../../../src/client/app/change-counter.ts';
import type { Services, SessionHolder } from '../../../src/client/features/field/common/services.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import type { SyncDriver, SyncStatus } from '../../../src/client/sync/model.ts';
import { NOW } from '../procedures/tablet-procedures.ts';

/** The same object each time: screens compare what they are told. */
const quiet: SyncStatus = { reach: 'unknown', activity: { kind: 'idle' }, pausedBecause: [] };

/** A sender that has nothing to do and does nothing. */
export const quietSync: SyncDriver = {
  status: () => quiet,
  subscribe: () => () => undefined,
  wake: () => undefined,
  setPaused: () => undefined,
  stop: () => undefined,
};

/** What a field screen may need, over a real storage and session; the sender is asleep. */
export function fieldServices(
  storage: Storage,
  session: SessionHolder,
  other: Partial<Services> = {},
): Services {
  return {
    storage,
    session,
    sync: quietSync,
    now: NOW,
    newId: () => '0',
    appVersion: '0',
    changes: countChanges(storage),
    ...other,
  };
}
