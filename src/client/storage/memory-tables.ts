import {
  type INDEXES,
  PRIMARY_KEYS,
  type Rows,
  TABLE_NAMES,
  type TableName,
  type Tables,
  type Transaction,
} from './tables.ts';

/** A disk made of memory: what several storages opened on it share, and what outlives each of them. */
export interface MemoryDisk {
  readonly rows: Map<TableName, Map<string, unknown>>;
  readonly listeners: Set<() => void>;
  /** One transaction at a time. */
  queue: Promise<unknown>;
  /** While true each write that adds or changes a row finds no space. */
  isFull: boolean;
}

export function createMemoryDisk(): MemoryDisk {
  return {
    rows: new Map(TABLE_NAMES.map((name) => [name, new Map()])),
    listeners: new Set(),
    queue: Promise.resolve(),
    isFull: false,
  };
}

class NoSpace extends Error {}

/** The disk port over memory, with real transactions: rows are copied in and out, and appear at commit only. */
export function openMemoryTables(disk: MemoryDisk): Tables {
  let onAnnounced: (() => void) | undefined;
  let isOpen = true;

  const inTurn = async <R>(work: (transaction: Transaction) => Promise<R>): Promise<R> => {
    if (!isOpen) throw new Error('storage is closed');
    const turn = disk.queue.then(async () => {
      const { transaction, commit } = beginTransaction(disk);
      const value = await work(transaction);
      commit();
      return value;
    });
    disk.queue = turn.catch(() => undefined);
    return await turn;
  };

  return {
    read: inTurn,
    async write(work) {
      try {
        return { kind: 'committed', value: await inTurn(work) };
      } catch (error) {
        if (error instanceof NoSpace) return { kind: 'no-space' };
        throw error;
      }
    },
    announce() {
      for (const listener of disk.listeners) if (listener !== onAnnounced) queueMicrotask(listener);
    },
    onAnnounced(listener) {
      onAnnounced = listener;
      disk.listeners.add(listener);
    },
    // Memory is not taken away.
    onLost: () => {},
    close() {
      isOpen = false;
      if (onAnnounced) disk.listeners.delete(onAnnounced);
    },
  };
}

function beginTransaction(disk: MemoryDisk): { transaction: Transaction; commit: () => void } {
  const changed = new Map<TableName, Map<string, unknown>>();
  const tableOf = (name: TableName) => changed.get(name) ?? disk.rows.get(name) ?? new Map<string, unknown>();
  const writable = (name: TableName) => {
    const copy = changed.get(name) ?? new Map(disk.rows.get(name));
    changed.set(name, copy);
    return copy;
  };
  // Rows enter by `put` alone, typed by table; this is the one place that remembers it.
  const typed = <T extends TableName>(row: unknown) => structuredClone(row) as Rows[T];

  const transaction: Transaction = {
    get: async <T extends TableName>(name: T, key: string) => {
      const row = tableOf(name).get(key);
      return row === undefined ? undefined : typed<T>(row);
    },
    all: async <T extends TableName>(name: T) => [...tableOf(name).values()].map((row) => typed<T>(row)),
    where: async <T extends keyof typeof INDEXES>(
      name: T,
      column: (typeof INDEXES)[T][number],
      value: string,
    ) =>
      [...tableOf(name).values()]
        .map((row) => typed<T>(row))
        .filter((row) => Reflect.get(row, column) === value),
    put: async (name, row) => {
      if (disk.isFull) throw new NoSpace();
      writable(name).set(String(Reflect.get(row, PRIMARY_KEYS[name])), structuredClone(row));
    },
    delete: async (name, key) => {
      writable(name).delete(key);
    },
  };
  return {
    transaction,
    commit: () => {
      for (const [name, rows] of changed) disk.rows.set(name, rows);
    },
  };
}
