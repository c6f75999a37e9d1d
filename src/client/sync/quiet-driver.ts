import type { SyncDriver, SyncStatus } from './model.ts';

const NEVER: SyncStatus = { reach: 'unreachable', activity: { kind: 'idle' }, pausedBecause: [] };

/** A sender that never sends: whatever wakes it, it says that there is no network. It holds no way to one. */
export function createQuietDriver(): SyncDriver {
  return {
    status: () => NEVER,
    subscribe: () => () => undefined,
    wake: () => undefined,
    setPaused: () => undefined,
    stop: () => undefined,
  };
}
