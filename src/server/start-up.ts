import { randomFillSync } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { openAttachmentStore } from './attachment-store.ts';
import { announceCatalogue } from './commands/announce-catalogue.ts';
import type { Config } from './config.ts';
import type { Deps, Log } from './deps.ts';
import { loadServerKeys } from './keys.ts';
import { loadOfficeCertificate } from './papers/sign/office-certificate.ts';
import { createProcedures } from './procedures.ts';
import { openDatabase } from './storage/connection.ts';
import { startEmbeddedPostgres } from './storage/embedded-postgres.ts';
import { majorVersion, migrate } from './storage/migrate.ts';
import { loadLanguages, loadTexts } from './texts.ts';

export type StartUpOutcome =
  | {
      readonly kind: 'ready';
      readonly deps: Deps;
      /** Folder of the embedded cluster where it could not stand inside DATA_DIR. */
      readonly databaseElsewhere: string | undefined;
      readonly close: () => Promise<void>;
    }
  /** The environment is at fault: one line to the person who starts the server. */
  | { readonly kind: 'refused'; readonly variable: string; readonly advice: string };

const OLDEST_POSTGRES = 15;

/** Everything that must stand before the first request: data folder, database in its present shape, keys. */
export async function startUp(
  config: Config,
  log: Log,
  onDatabaseDeath: (reason: string) => void,
): Promise<StartUpOutcome> {
  const unusable = await makeDataDir(config.dataDir);
  if (unusable !== undefined) return { kind: 'refused', variable: 'DATA_DIR', advice: unusable };
  const server = await startDatabase(config, onDatabaseDeath);
  if (server.kind === 'refused') return server;
  const { db, close: closePool } = openDatabase(server.connection, (error) =>
    log.warn({ error: error.message }, 'database connection lost'),
  );
  const close = async () => {
    await closePool();
    await server.stop();
  };
  try {
    const refusal = await prepareDatabase(db, config);
    if (refusal !== undefined) {
      await close();
      return refusal;
    }
    const clock = { now: () => new Date() };
    const texts = loadTexts();
    const deps: Deps = {
      db,
      config,
      log,
      clock,
      keys: await loadServerKeys(join(config.dataDir, 'keys'), clock.now()),
      certificate: await loadOfficeCertificate(
        config.paper,
        join(config.dataDir, 'keys'),
        clock.now(),
        randomFillSync(new Uint8Array(12)),
      ),
      attachments: await openAttachmentStore(join(config.dataDir, 'attachments')),
      procedures: createProcedures(texts, ({ id, version }) =>
        log.error({ procedure: id, version }, 'package not understood'),
      ),
      texts,
      languages: loadLanguages(),
      random: { id: () => v7(), bytes: (length) => randomFillSync(new Uint8Array(length)) },
    };
    await announceCatalogue(deps);
    return { kind: 'ready', deps, databaseElsewhere: server.elsewhere, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is wrong with the folder; undefined when this account can write in it. */
async function makeDataDir(dataDir: string): Promise<string | undefined> {
  try {
    await makeFolder(dataDir);
    if (process.getuid?.() !== 0) await chmod(dataDir, 0o700);
    await rm(await mkdtemp(join(dataDir, '.try-')), { recursive: true });
    return undefined;
  } catch (error) {
    return `must be a folder that this account may make and write (${error instanceof Error ? error.message : 'unknown'})`;
  }
}

/** Not Node's recursive `mkdir`: below /proc that one tries for ever. */
async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 });
}

async function startDatabase(config: Config, onDeath: (reason: string) => void) {
  if (config.databaseUrl === undefined) return startEmbeddedPostgres(config.dataDir, onDeath);
  return {
    kind: 'started' as const,
    connection: { connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 },
    elsewhere: undefined,
    stop: async () => {},
  };
}

async function prepareDatabase(
  db: Deps['db'],
  config: Config,
): Promise<(StartUpOutcome & { kind: 'refused' }) | undefined> {
  let version: number;
  try {
    version = await majorVersion(db);
  } catch (error) {
    if (config.databaseUrl === undefined) throw error;
    // The driver's message names host and user, never the password.
    const advice = `must lead to a running PostgreSQL (${error instanceof Error ? error.message : 'no answer'})`;
    return { kind: 'refused', variable: 'DATABASE_URL', advice };
  }
  if (version < OLDEST_POSTGRES) {
    const advice = `must lead to PostgreSQL ${OLDEST_POSTGRES} or newer (this one is ${version})`;
    return { kind: 'refused', variable: 'DATABASE_URL', advice };
  }
  try {
    await migrate(db);
    return undefined;
  } catch (error) {
    if (config.databaseUrl === undefined || !isMissingRight(error)) throw error;
    const advice = `must name a user that may create tables in its database (${error.message})`;
    return { kind: 'refused', variable: 'DATABASE_URL', advice };
  }
}

/** PostgreSQL's insufficient_privilege: from 15 on, only the owner of a database may create in its schema "public". */
function isMissingRight(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
