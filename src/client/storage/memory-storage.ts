import { createMemoryDisk, openMemoryTables } from './memory-tables.ts';
import type { Storage } from './storage.ts';
import { createTableStorage } from './table-storage.ts';

/** Storage in memory, for the practice ground, tests and benchmarks; storages over one `disk` see each other as tabs do. */
export function createMemoryStorage(disk = createMemoryDisk(), now = () => new Date()): Storage {
  return createTableStorage(openMemoryTables(disk), now);
}
