import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { PoolConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../../src/server/storage/connection.ts';
import { startEmbeddedPostgres } from '../../../src/server/storage/embedded-postgres.ts';
import { migrate } from '../../../src/server/storage/migrate.ts';
import { inDatabase } from './in-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' PostgreSQL listens, and the database that new ones are copied from. */
    postgres: { connection: Pick<PoolConfig, 'host' | 'user' | 'connectionString'>; template: string };
  }
}

/** One PostgreSQL per run (the embedded one, or `DATABASE_URL`), with one migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `ve_ban_template_${process.pid}`;
  const admin = openDatabase(server.connection, () => undefined);
  await sql`create database ${sql.id(template)}`.execute(admin.db);
  const migrated = openDatabase(inDatabase(server.connection, template), () => undefined);
  await migrate(migrated.db);
  await migrated.close();
  project.provide('postgres', { connection: server.connection, template });
  return async () => {
    await sql`drop database if exists ${sql.id(template)} with (force)`.execute(admin.db);
    await admin.close();
    await server.stop();
  };
}

async function startServer(): Promise<{ connection: PoolConfig; stop: () => Promise<void> }> {
  const connectionString = process.env.DATABASE_URL;
  if (connectionString !== undefined && connectionString !== '') {
    return { connection: { connectionString }, stop: async () => undefined };
  }
  const directory = await mkdtemp(join(tmpdir(), 've-ban-tests-'));
  await chmod(directory, 0o711);
  const started = await startEmbeddedPostgres(join(directory, 'data'), (reason) => console.error(reason));
  if (started.kind === 'refused') throw new Error(`${started.variable}: ${started.advice}`);
  return {
    connection: started.connection,
    stop: async () => {
      await started.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
