import type { Storage } from '../storage/storage.ts';
import { browserTimer, createSenderLock, randomBytes } from './browser-ports.ts';
import { type CatalogueVersions, readHealth } from './device-health.ts';
import { fetchMissingLanguages } from './fetch-languages.ts';
import { fetchMissingProcedures } from './fetch-procedures.ts';
import { giveWaitingContributions } from './give-contributions.ts';
import type { HttpPorts } from './http-ports.ts';
import { createHttpTransport } from './http-transport.ts';
import { type NetworkHint, readNetworkHint } from './network-hint.ts';
import { createSyncDriver, type Sender } from './sync-driver.ts';
import { versionsHere } from './versions-here.ts';

/** The sender as page and service worker use it: real network, real locks. It does nothing before its first `wake`. */
export function createBrowserDriver(of: {
  readonly storage: Storage;
  readonly origin: string;
  readonly appVersion: string;
  /** Version of each procedure that this build starts new dossiers with. */
  readonly catalogue: CatalogueVersions;
  /** Fetches nothing that would have to be kept: the tablet's tables are of an older layout. */
  readonly onlySends?: boolean;
  /** What is said of the network; the browser's own word where absent. */
  readonly network?: NetworkHint;
}): Sender {
  const { storage } = of;
  const http: HttpPorts = { origin: of.origin, fetch: (...request) => fetch(...request), randomBytes };
  return createSyncDriver({
    storage,
    appVersion: of.appVersion,
    transport: createHttpTransport(http),
    locks: createSenderLock(navigator.locks),
    network: of.network ?? readNetworkHint(navigator),
    health: async () =>
      await readHealth({
        outbox: storage.outbox,
        manager: navigator.storage,
        catalogue: versionsHere(
          of.catalogue,
          await storage.outbox.listOfficeNews(),
          await storage.packages.list(),
        ),
        now: () => new Date(),
      }),
    ...(of.onlySends === true
      ? {}
      : {
          afterRound: async () => {
            await fetchMissingProcedures({ ...http, storage });
            await giveWaitingContributions({ ...http, storage });
            await fetchMissingLanguages({ ...http, storage });
          },
        }),
    timers: browserTimer,
    clock: () => Date.now(),
    random: () => Math.random(),
    onBug: (error) => reportError(error),
  });
}
