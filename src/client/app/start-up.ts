import { v7 as uuidv7 } from 'uuid';
import { currentVersions } from '../../procedures/current-versions.ts';
import type { Services } from '../features/field/common/services.ts';
import { openDexieStorage } from '../storage/dexie-storage.ts';
import type { OpenOptions } from '../storage/dexie-tables.ts';
import { createDriverLater } from '../sync/later-driver.ts';
import { appVersion } from './app-version.ts';
import { countChanges } from './change-counter.ts';
import { createSessionHolder } from './session-holder.ts';

export interface Started extends Services {
  readonly stop: () => void;
}

/** Opens the storage; the sender is there when it is first woken. Throws where the browser refuses its database. */
export async function startServices(options: OpenOptions = {}): Promise<Started> {
  const storage = await openDexieStorage(undefined, undefined, options);
  const sync = createDriverLater(async () => {
    const { createPageDriver } = await import('../sync/page-driver.ts');
    return createPageDriver({ storage, appVersion, catalogue: currentVersions });
  }, reportError);
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
