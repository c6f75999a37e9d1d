import { IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { openDexieStorage } from '../../../src/client/storage/dexie-storage.ts';
import { createMemoryStorage } from '../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk } from '../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';

/** One disk that outlives the storages opened on it: opening twice is a second tab, or a restart. */
export interface Disk {
  open(): Promise<Storage>;
  /** Runs work while the disk is full. */
  whileFull(work: () => Promise<void>): Promise<void>;
}

export const ADAPTERS: readonly { readonly name: string; readonly createDisk: () => Disk }[] = [
  {
    name: 'memory',
    createDisk: () => {
      const disk = createMemoryDisk();
      return {
        open: async () => createMemoryStorage(disk),
        whileFull: async (work) => {
          disk.isFull = true;
          await work().finally(() => {
            disk.isFull = false;
          });
        },
      };
    },
  },
  {
    name: 'Dexie',
    createDisk: () => {
      const name = `conformance-${v7()}`;
      return {
        open: () => openDexieStorage(name),
        // A browser says so on the request that did not fit; earlier requests of the transaction have succeeded by then.
        whileFull: async (work) => {
          const put = IDBObjectStore.prototype.put;
          let puts = 0;
          IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
            puts += 1;
            if (puts % 2 === 0) throw new DOMException('disk is full', 'QuotaExceededError');
            return put.apply(this, row);
          };
          await work().finally(() => {
            IDBObjectStore.prototype.put = put;
          });
        },
      };
    },
  },
];
