import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { openAttachmentStore } from '../../../src/server/attachment-store.ts';
import { ensureAdministrator, type FirstSecrets } from '../../../src/server/commands/ensure-administrator.ts';
import type { Deps } from '../../../src/server/deps.ts';
import { buildApp } from '../../../src/server/http/app.ts';
import { loadServerKeys } from '../../../src/server/keys.ts';
import { loadOfficeCertificate } from '../../../src/server/papers/sign/office-certificate.ts';
import { createProcedures } from '../../../src/server/procedures.ts';
import { loadLanguages, loadTexts } from '../../../src/server/texts.ts';
import { startTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly database: TestDatabase;
  /** Listens on a free port of the loopback. */
  readonly origin: string;
  readonly secrets: FirstSecrets;
  /** Moves the server's clock; it stands still otherwise. */
  setTime(instant: string): void;
  close(): Promise<void>;
}

/** The whole server as it runs, on its own database and folder, with a clock that the test holds. */
export async function buildTestApp(options: { readonly clientDir?: string } = {}): Promise<TestApp> {
  const database = await startTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 've-ban-app-'));
  let time = new Date('2026-11-23T02:00:00Z');
  const texts = loadTexts();
  const log: Deps['log'] = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields, message) => console.error(message, fields),
  };
  const deps: Deps = {
    db: database.db,
    keys: await loadServerKeys(join(dataDir, 'keys'), time),
    certificate: await loadOfficeCertificate(
      undefined,
      join(dataDir, 'keys'),
      time,
      new Uint8Array(randomBytes(12)),
    ),
    attachments: await openAttachmentStore(join(dataDir, 'attachments')),
    config: {
      host: '127.0.0.1',
      port: 3000,
      dataDir,
      databaseUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      tls: undefined,
      paper: undefined,
      commune: '14956',
      demo: false,
    },
    clock: { now: () => new Date(time) },
    random: { id: () => v7(), bytes: (length) => new Uint8Array(randomBytes(length)) },
    procedures: createProcedures(texts, (row) => console.error('package not understood', row)),
    texts,
    languages: loadLanguages(),
    log,
  };
  const secrets = await ensureAdministrator(deps, 'Quản trị viên');
  const app = await buildApp(deps, {
    clientDir: options.clientDir ?? join(dataDir, 'none'),
    version: '0.0.0',
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    deps,
    database,
    origin,
    secrets,
    setTime: (instant) => {
      time = new Date(instant);
    },
    close: async () => {
      await app.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
