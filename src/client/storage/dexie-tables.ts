import { Dexie, type Table } from 'dexie';
import {
  INDEXES,
  PRIMARY_KEYS,
  type Rows,
  TABLE_NAMES,
  type TableName,
  type Tables,
  type Transaction,
} from './tables.ts';

/*
 * IndexedDB. Every transaction asks for strict durability: the browser reports "committed" only when the operating
 * system says that the bytes are on the disk, not when they are in its cache (I1).
 */

/** Version of the table layout; 1 had neither `draftBackups` nor `sendingWishes`. */
const LAYOUT = 2;

/** The browser took the connection away (its own housekeeping, a cleared profile): open again, once. */
const CONNECTION_LOST = new Set(['DatabaseClosedError', 'InvalidStateError']);

export async function openDexieTables(name: string): Promise<Tables> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(LAYOUT).stores(schemaOf());
  await db.open();
  const channel = new BroadcastChannel(`${name}-changes`);
  let isOpen = true;

  const reopening = async <R>(work: () => Promise<R>): Promise<R> => {
    if (!isOpen) throw new Error('storage is closed');
    try {
      return await work();
    } catch (error) {
      if (!isOpen || !(error instanceof Error) || !CONNECTION_LOST.has(error.name)) throw error;
      if (!db.isOpen()) await db.open();
      return await work();
    }
  };

  // The callbacks are `async` by keyword: that is how Dexie knows to keep the transaction open over their awaits.
  return {
    read: async (work) =>
      await reopening(
        async () => await db.transaction('r', TABLE_NAMES, async () => await work(transactionOf(db))),
      ),
    async write(work) {
      try {
        const value = await reopening(
          async () => await db.transaction('rw', TABLE_NAMES, async () => await work(transactionOf(db))),
        );
        return { kind: 'committed', value };
      } catch (error) {
        if (isQuotaExceeded(error)) return { kind: 'no-space' };
        throw error;
      }
    },
    announce: () => channel.postMessage('changed'),
    onAnnounced: (listener) => channel.addEventListener('message', listener),
    close() {
      isOpen = false;
      channel.close();
      db.close();
    },
  };
}

function schemaOf(): Record<string, string> {
  const indexesOf = (name: TableName): readonly string[] =>
    Object.entries(INDEXES).find(([table]) => table === name)?.[1] ?? [];
  return Object.fromEntries(
    TABLE_NAMES.map((name) => [name, [PRIMARY_KEYS[name], ...indexesOf(name)].join(', ')]),
  );
}

function transactionOf(db: Dexie): Transaction {
  const table = <T extends TableName>(name: T): Table<Rows[T], string> => db.table(name);
  return {
    get: (name, key) => table(name).get(key),
    all: (name) => table(name).toArray(),
    where: (name, column, value) => table(name).where(column).equals(value).toArray(),
    put: async (name, row) => {
      await table(name).put(row);
    },
    delete: (name, key) => table(name).delete(key),
  };
}

/** Dexie wraps the browser's error, sometimes twice (the request's inside the transaction's). */
function isQuotaExceeded(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  const inner: unknown = Reflect.get(error, 'inner');
  return error.name === 'QuotaExceededError' || (inner !== error && isQuotaExceeded(inner));
}
