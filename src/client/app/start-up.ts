import { v7 as uuidv7 } from 'uuid';
import type { Services } from '../features/field/common/services.ts';
import { openDexieStorage } from '../storage/dexie-storage.ts';
import { browserPorts } from '../sync/browser-ports.ts';
import { createSyncDriver } from '../sync/sync-driver.ts';
import { countChanges } from './change-counter.ts';
import { createSessionHolder } from './session-holder.ts';

export interface Started extends Services {
  readonly stop: () => void;
}

/** Opens the storage and starts the sender. Throws where the browser refuses its database. */
export async function startServices(): Promise<Started> {
  const storage = await openDexieStorage();
  const sync = createSyncDriver(browserPorts(storage));
  const stopWaking = wakeOnReturn(sync);
  sync.wake('start');
  return {
    storage,
    sync,
    session: createSessionHolder(),
    now: () => new Date(),
    newId: uuidv7,
    changes: countChanges(storage),
    stop: () => {
      stopWaking();
      sync.stop();
      storage.close();
    },
  };
}

/** Network back, or person back: look at once. Both are hints; the timer of the machine is the guarantee. */
function wakeOnReturn(sync: Services['sync']): () => void {
  const online = () => sync.wake('online');
  const visible = () => {
    if (document.visibilityState === 'visible') sync.wake('visible');
  };
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', visible);
  };
}
