import { openDexieTables } from './dexie-tables.ts';
import type { Storage } from './storage.ts';
import { createTableStorage } from './table-storage.ts';

/** Storage on this browser's IndexedDB; tabs and the service worker that open the same name share it. */
export async function openDexieStorage(name = 've-ban', now = () => new Date()): Promise<Storage> {
  return createTableStorage(await openDexieTables(name), now);
}
