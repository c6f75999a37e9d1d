import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import { inject } from 'vitest';
import { type Db, openDatabase } from '../../../src/server/storage/connection.ts';
import { inDatabase } from './in-database.ts';

export interface TestDatabase {
  readonly db: Db;
  readonly connection: PoolConfig;
  readonly close: () => Promise<void>;
}

/** A fresh, migrated database of its own on the run's PostgreSQL. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const { connection, template } = inject('postgres');
  const name = `ve_ban_test_${randomBytes(6).toString('hex')}`;
  const admin = openDatabase({ ...connection, max: 1 }, () => undefined);
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin.db);
  const own = inDatabase(connection, name);
  const { db, close } = openDatabase(own, () => undefined);
  return {
    db,
    connection: own,
    close: async () => {
      await close();
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db);
      await admin.close();
    },
  };
}
