import { Dexie, type Table, type Transaction as Upgrade } from 'dexie';
import { LAYOUT, runStep, STEPS, type Step, tablesOf, type UpgradingTable } from './migrations.ts';
import { StorageLost } from './storage-lost.ts';
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

const OPTIONS = { chromeTransactionDurability: 'strict' } as const;

/** The browser took the connection away (its own housekeeping, a cleared profile): open again, a few times. */
const CONNECTION_LOST = new Set(['AbortError', 'DatabaseClosedError', 'InvalidStateError']);
const MOST_TRIES = 3;

export interface OpenOptions {
  /** Another window holds the older layout and does not let go; opening goes on when it does. */
  readonly onBlocked?: () => void;
  /** The steps from the first layout to the newest. */
  readonly steps?: readonly Step[];
}

/**
 * Opens the newest layout, and brings an older one up to it. Throws `MigrationRefused` (or what the browser threw) where
 * that cannot be done without loss; the older layout is then as it was.
 */
export async function openDexieTables(name: string, options: OpenOptions = {}): Promise<Tables> {
  const { onBlocked, steps = STEPS } = options;
  const db = new Dexie(name, OPTIONS);
  let refusal: unknown;
  db.version(1).stores(schemaOf(tablesOf(1)));
  for (const step of steps) {
    db.version(step.to)
      .stores(schemaOf(tablesOf(step.to)))
      .upgrade(async (upgrade) => {
        try {
          await runStep(step, (table) => upgradingTable(upgrade, table));
        } catch (error) {
          refusal = error;
          throw error;
        }
      });
  }
  if (onBlocked) db.on('blocked', onBlocked);
  const tables = keepOpen(db, tablesOf(steps.at(-1)?.to ?? LAYOUT));
  try {
    await db.open();
  } catch (error) {
    // What the step said, before the browser wrapped it.
    throw refusal ?? error;
  }
  return tables;
}

/** Opens whatever layout is there and changes none: for sending what waits when the newest layout cannot be made. */
export async function openTablesAsTheyAre(name: string): Promise<Tables> {
  const db = new Dexie(name, OPTIONS);
  await db.open();
  const there = new Set(db.tables.map((table) => table.name));
  return keepOpen(
    db,
    TABLE_NAMES.filter((table) => there.has(table)),
  );
}

/** The disk over a connection that is opened again when the browser closed it, and given up where its data is gone. */
function keepOpen(db: Dexie, names: readonly TableName[]): Tables {
  const channel = new BroadcastChannel(`${db.name}-changes`);
  const onLost: ((why: StorageLost['why']) => void)[] = [];
  let lost: StorageLost | undefined;
  let isOpen = true;
  let wasOpen = false;

  function lose(why: StorageLost['why']): StorageLost {
    lost ??= new StorageLost(why);
    db.close();
    const { why: said } = lost;
    for (const tell of onLost.splice(0)) tell(said);
    return lost;
  }

  db.on('ready', () => {
    wasOpen = true;
  });
  // A database made anew where one was open before: its data was cleared under the running app. Throwing unmakes it.
  db.on('populate', () => {
    if (wasOpen) throw lose('cleared');
  });
  // A newer version of the app, or somebody who deletes: this window lets go at once, and for good.
  db.on('versionchange', (event) => {
    lose(event.newVersion === null ? 'cleared' : 'newer-version');
    return false;
  });
  // Looked at once, not at the next word somebody types.
  db.on('close', () => {
    if (isOpen && wasOpen && lost === undefined) setTimeout(() => void look(), 0);
  });

  async function look(): Promise<void> {
    await reopening(async () => await db.transaction('r', names, async () => undefined)).catch(
      () => undefined,
    );
  }

  async function reopening<R>(work: () => Promise<R>): Promise<R> {
    for (let tries = 1; ; tries++) {
      if (lost) throw lost;
      if (!isOpen) throw new Error('storage is closed');
      try {
        if (tries > 1 && !db.isOpen()) await db.open();
        return await work();
      } catch (error) {
        if (lost) throw lost;
        // A transaction in the middle of which the connection went is rolled back: trying it again is safe.
        const isGone =
          error instanceof Error &&
          !isQuotaExceeded(error) &&
          (CONNECTION_LOST.has(error.name) || !db.isOpen());
        if (!isOpen || !isGone || tries === MOST_TRIES) throw error;
      }
      // The transaction hears of it first; that the connection, or all the data, went is said in a task of its own.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  // The callbacks are `async` by keyword: that is how Dexie knows to keep the transaction open over their awaits.
  return {
    read: async (work) =>
      await reopening(
        async () => await db.transaction('r', names, async () => await work(transactionOf(db, names))),
      ),
    async write(work) {
      try {
        const value = await reopening(
          async () => await db.transaction('rw', names, async () => await work(transactionOf(db, names))),
        );
        return { kind: 'committed', value };
      } catch (error) {
        if (isQuotaExceeded(error)) return { kind: 'no-space' };
        throw error;
      }
    },
    announce: () => channel.postMessage('changed'),
    onAnnounced: (listener) => channel.addEventListener('message', listener),
    onLost: (listener) => {
      if (lost) listener(lost.why);
      else onLost.push(listener);
    },
    close() {
      isOpen = false;
      channel.close();
      db.close();
    },
  };
}

function schemaOf(names: readonly TableName[]): Record<string, string> {
  const indexesOf = (name: TableName): readonly string[] =>
    Object.entries(INDEXES).find(([table]) => table === name)?.[1] ?? [];
  return Object.fromEntries(names.map((name) => [name, [PRIMARY_KEYS[name], ...indexesOf(name)].join(', ')]));
}

function transactionOf(db: Dexie, names: readonly TableName[]): Transaction {
  const table = <T extends TableName>(name: T): Table<Rows[T], string> => db.table(name);
  // An older layout, opened as it is, has nothing in the tables it does not have.
  const has = (name: TableName) => names.includes(name);
  return {
    get: async (name, key) => (has(name) ? await table(name).get(key) : undefined),
    all: async (name) => (has(name) ? await table(name).toArray() : []),
    where: async (name, column, value) =>
      has(name) ? await table(name).where(column).equals(value).toArray() : [],
    put: async (name, row) => {
      await table(name).put(row);
    },
    delete: async (name, key) => {
      if (has(name)) await table(name).delete(key);
    },
  };
}

function upgradingTable(upgrade: Upgrade, name: TableName): UpgradingTable {
  const table: Table<object, string> = upgrade.table(name);
  return {
    count: () => table.count(),
    rewrite: async (change) => {
      await table.toCollection().modify((row, place) => {
        const next = change(row);
        if (typeof next === 'object' && next !== null) place.value = next;
      });
    },
  };
}

/** Dexie wraps the browser's error, sometimes twice (the request's inside the transaction's). */
function isQuotaExceeded(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  const inner: unknown = Reflect.get(error, 'inner');
  return error.name === 'QuotaExceededError' || (inner !== error && isQuotaExceeded(inner));
}
