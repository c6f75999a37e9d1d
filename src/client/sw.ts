import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { currentVersions } from '../procedures/current-versions.ts';
import { appVersion } from './app/app-version.ts';
import { openDexieStorage } from './storage/dexie-storage.ts';
import { createBrowserDriver } from './sync/browser-driver.ts';
import { SYNC_TAG } from './sync/browser-ports.ts';
import { readNetworkHint, whereNobodyReads } from './sync/network-hint.ts';

/*
 * The service worker: the whole field app from the precache, so that a cold start needs no network, and the outbox sent
 * when the browser says that the network is back. Sending needs no PIN: what waits is sealed.
 *
 * No `clients.claim()`: a page goes on with the worker it was loaded with, so one page never runs on the files of two
 * versions. The first visit is uncontrolled until its next load, which is as it should be: it came from the network.
 * A new version takes over only when the page says SKIP_WAITING, which it does when nobody is working (I9).
 */

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Background Sync, which TypeScript's library does not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [
      /^\/api\//,
      /^\/office/,
      /^\/(thu-tuc|tra-cuu|kich-hoat|tieng)/,
      /^\/en\/(procedures|look-up|activate)/,
    ],
  }),
);

self.addEventListener('message', (event) => {
  if (isSkipWaiting(event.data)) void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  if (isSyncEvent(event) && event.tag === SYNC_TAG) event.waitUntil(sendOutbox());
});

/**
 * One sending with the page's own code, and by the same wishes. Throws when something is left that time or Wi-Fi may mend,
 * so that the browser tries again later; what a person holds is asked for anew when they let it go.
 */
async function sendOutbox(): Promise<void> {
  const storage = await openDexieStorage();
  const driver = createBrowserDriver({
    storage,
    origin: self.location.origin,
    appVersion,
    catalogue: currentVersions,
    network: whereNobodyReads(readNetworkHint(navigator)),
  });
  try {
    if ((await driver.flush()) === 'left') throw new Error('the outbox is not empty yet');
  } finally {
    driver.stop();
    storage.close();
  }
}

function isSkipWaiting(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING';
}

function isSyncEvent(event: Event): event is SyncEvent {
  return 'tag' in event && 'waitUntil' in event;
}
