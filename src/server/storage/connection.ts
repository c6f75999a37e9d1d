import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

/** The database as repositories and commands see it: the pool, or one open transaction. */
export type Db = Kysely<Database>;
/** Inside `inTransaction`; whoever asks for a `Trx` relies on being undone together with its neighbours. */
export type Trx = Transaction<Database>;
/** For reads that do not mind whether a transaction is open. */
export type DbOrTrx = Db | Trx;

const DATE_OID = 1082;
/** A civil date has no time zone: the driver's `Date` would move it to the day before, west of where it was made. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === DATE_OID) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

/** Opens a pool on a connection string; `onLost` hears of each connection that died while no statement ran on it. */
export function openDatabase(
  connection: pg.PoolConfig,
  onLost: (error: Error) => void,
): { readonly db: Db; readonly close: () => Promise<void> } {
  const pool = new pg.Pool({ max: 10, ...connection, types, options: '-c timezone=UTC' });
  // Without listeners a lost connection would end the whole process. The pool's own hears of those that rest in it; one
  // that dies between two statements of a transaction is in nobody's care but its client's.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', onLost));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

/** All or nothing. The promise resolves after the commit is durable. */
export function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

/** For reads that must agree with each other: all of them see the database as it is at the first one. They hold up nobody. */
export function inSnapshot<T>(db: Db, read: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read);
}
