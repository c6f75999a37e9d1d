import type { WakeReason } from '../../domain/sync/event.ts';
import type { SyncDriver, SyncStatus } from './model.ts';

/**
 * A sender that is fetched when it is first needed: the first screen does not wait for the code that signs and sends.
 * Reasons to wake that come before it is there are handed on; where fetching fails, the next reason tries again.
 */
export function createDriverLater(
  load: () => Promise<SyncDriver>,
  onFailure: (error: unknown) => void,
): SyncDriver {
  const listeners = new Set<() => void>();
  const early: WakeReason[] = [];
  let paused: boolean | undefined;
  const before: SyncStatus = { reach: 'unknown', activity: { kind: 'idle' }, pausedBecause: [] };
  let driver: SyncDriver | undefined;
  let loading = false;
  let stopped = false;

  function tell(): void {
    for (const listener of [...listeners]) listener();
  }

  async function obtain(): Promise<void> {
    loading = true;
    try {
      const loaded = await load();
      if (stopped) return loaded.stop();
      driver = loaded;
      loaded.subscribe(tell);
      if (paused !== undefined) loaded.setPaused(paused);
      for (const why of early.splice(0)) loaded.wake(why);
      tell();
    } catch (error) {
      onFailure(error);
    } finally {
      loading = false;
    }
  }

  function obtainOnce(): void {
    if (!loading && !stopped) void obtain();
  }

  return {
    status: () => driver?.status() ?? before,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: (why) => {
      if (driver !== undefined) return driver.wake(why);
      early.push(why);
      obtainOnce();
    },
    setPaused: (wish) => {
      if (driver !== undefined) return driver.setPaused(wish);
      paused = wish;
      obtainOnce();
    },
    stop: () => {
      stopped = true;
      driver?.stop();
    },
  };
}
