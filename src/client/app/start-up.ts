import { v7 as uuidv7 } from 'uuid';
import type { Services } from '../features/field/common/services.ts';
import { openDexieStorage } from '../storage/dexie-storage.ts';
import { createPageDriver } from '../sync/page-driver.ts';
import { appVersion } from './app-version.ts';
import { countChanges } from './change-counter.ts';
import { createSessionHolder } from './session-holder.ts';

export interface Started extends Services {
  readonly stop: () => void;
}

/** Opens the storage and starts the sender. Throws where the browser refuses its database. */
export async function startServices(): Promise<Started> {
  const storage = await openDexieStorage();
  const sync = createPageDriver({ storage, appVersion });
  sync.wake('start');
  return {
    storage,
    sync,
    session: createSessionHolder(),
    now: () => new Date(),
    newId: uuidv7,
    appVersion,
    changes: countChanges(storage),
    stop: () => {
      sync.stop();
      storage.close();
    },
  };
}
