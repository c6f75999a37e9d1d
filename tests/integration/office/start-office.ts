import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { openAttachmentStore } from '../../../src/server/attachment-store.ts';
import type { Deps } from '../../../src/server/deps.ts';
import { buildApp } from '../../../src/server/http/app.ts';
import { loadServerKeys } from '../../../src/server/keys.ts';
import { openDatabase } from '../../../src/server/storage/connection.ts';
import { startEmbeddedPostgres } from '../../../src/server/storage/embedded-postgres.ts';
import { migrate } from '../../../src/server/storage/migrate.ts';

export interface Office {
  readonly deps: Deps;
  readonly app: FastifyInstance;
  /** Moves the server's clock. */
  setTime(instant: string): void;
  stop(): Promise<void>;
}

/** A whole server on a database of its own, with a clock the test holds. */
export async function startOffice(now: string): Promise<Office> {
  const dataDir = await mkdtemp(join(tmpdir(), 've-ban-office-'));
  const postgres = await startEmbeddedPostgres(dataDir, () => undefined);
  if (postgres.kind === 'refused') throw new Error(postgres.advice);
  const { db, close } = openDatabase(postgres.connection, () => undefined);
  await migrate(db);
  let time = new Date(now);
  const deps: Deps = {
    db,
    keys: await loadServerKeys(join(dataDir, 'keys'), time),
    config: {
      host: '127.0.0.1',
      port: 3000,
      dataDir,
      databaseUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      tls: undefined,
      commune: '14956',
      demo: false,
    },
    clock: { now: () => new Date(time) },
    attachments: await openAttachmentStore(join(dataDir, 'attachments')),
    random: { id: () => v7(), bytes: (length) => new Uint8Array(randomBytes(length)) },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (fields, text) => console.error(text, fields),
    },
  };
  const app = await buildApp(deps, { clientDir: join(dataDir, 'no-client'), version: '0.0.0' });
  return {
    deps,
    app,
    setTime(instant) {
      time = new Date(instant);
    },
    async stop() {
      await app.close();
      await close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
