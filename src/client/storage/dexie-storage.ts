import { type OpenOptions, openDexieTables, openTablesAsTheyAre } from './dexie-tables.ts';
import type { Storage } from './storage.ts';
import { createTableStorage } from './table-storage.ts';

/** Storage on this browser's IndexedDB; tabs and the service worker that open the same name share it. */
export async function openDexieStorage(
  name = 've-ban',
  now = () => new Date(),
  options: OpenOptions = {},
): Promise<Storage> {
  return createTableStorage(await openDexieTables(name, options), now);
}

/** The storage in whatever layout it is, to send from when it could not be brought up to the newest. */
export async function openStorageAsItIs(name = 've-ban', now = () => new Date()): Promise<Storage> {
  return createTableStorage(await openTablesAsTheyAre(name), now);
}
