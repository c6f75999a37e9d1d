import { createBrowserDriver } from './browser-driver.ts';
import { SYNC_TAG } from './browser-ports.ts';
import type { Sender } from './sync-driver.ts';

/**
 * The page's sender: also wakes when the browser says it is online or the page comes back into view, and asks for
 * Background Sync when something was finished. Both are hints; the timer and "send now" are the guarantee.
 */
export function createPageDriver(of: Omit<Parameters<typeof createBrowserDriver>[0], 'origin'>): Sender {
  const driver = createBrowserDriver({ ...of, origin: location.origin });
  const online = () => driver.wake('online');
  const visible = () => {
    if (document.visibilityState === 'visible') driver.wake('visible');
  };
  addEventListener('online', online);
  document.addEventListener('visibilitychange', visible);
  return {
    ...driver,
    wake: (why) => {
      if (why === 'finished') void askForBackgroundSync();
      driver.wake(why);
    },
    setPaused: (paused) => {
      if (!paused) void askForBackgroundSync();
      driver.setPaused(paused);
    },
    stop: () => {
      removeEventListener('online', online);
      document.removeEventListener('visibilitychange', visible);
      driver.stop();
    },
  };
}

interface WithBackgroundSync {
  readonly sync: { readonly register: (tag: string) => Promise<void> };
}

async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    if (registration !== undefined && hasBackgroundSync(registration)) {
      await registration.sync.register(SYNC_TAG);
    }
  } catch {
    // Refused or switched off by the browser: the page sends by itself.
  }
}

/** Safari and Firefox have none, and TypeScript's DOM does not know it. */
function hasBackgroundSync(registration: object): registration is WithBackgroundSync {
  return 'sync' in registration;
}
