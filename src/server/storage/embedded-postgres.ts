import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPackage, prepareBinaries } from './embedded/binaries.ts';
import { childEnvironment, ensureCluster, SUPERUSER, userForCluster } from './embedded/cluster.ts';
import { placeCluster } from './embedded/place-cluster.ts';
import { isPostmasterOf, readPostmasterPid, removeStalePid, stopPostmaster } from './embedded/postmaster.ts';
import { socketDirectory } from './embedded/socket-directory.ts';
import type { OsUser } from './embedded/traversal.ts';

/*
 *   find place and binaries ─▶ make cluster ─▶ left-over postmaster? ─▶ spawn ─▶ wait until it answers ─▶ take the guard lock
 *                                                │ guard lock held: another server runs on this folder: refuse
 *                                                │ free: its Node died; stop it, start our own
 *                                                └ process gone or somebody else's number: forget the pid file
 *
 * The guard is a session advisory lock on a connection kept for the whole life of this process: PostgreSQL itself says
 * whether the Node that started it still lives, without a second pid file that could go stale.
 */

export interface EmbeddedPostgres {
  readonly connection: pg.PoolConfig;
  /** Folder of the cluster where it is not inside `dataDir` (which then holds a link to it). */
  readonly elsewhere: string | undefined;
  /** Stops PostgreSQL in good order. Close the pools first. */
  stop(): Promise<void>;
}

export type EmbeddedOutcome =
  | ({ readonly kind: 'started' } & EmbeddedPostgres)
  | { readonly kind: 'refused'; readonly variable: 'DATA_DIR' | 'DATABASE_URL'; readonly advice: string };

const GUARD_LOCK = 7_305_117;
const READY_MS = 300_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, or where that links to, reachable through a Unix socket only. `onDeath` hears when it ends without
 * having been asked to. `systemFolder` is where the cluster stands when its user cannot reach `dataDir` (place-cluster.ts).
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  onDeath: (reason: string) => void,
  systemFolder?: string,
): Promise<EmbeddedOutcome> {
  const packageDir = findPackage(process.platform, process.arch);
  if (packageDir === undefined) {
    const advice = `must be set on this machine: no PostgreSQL is packaged for ${process.platform}-${process.arch}`;
    return { kind: 'refused', variable: 'DATABASE_URL', advice };
  }
  await mkdir(dataDir, { recursive: true });
  const user = await userForCluster(join(dataDir, 'postgres'));
  // Others may walk through to the cluster, not look around; what is inside has modes of its own.
  await chmod(dataDir, user === undefined ? 0o700 : 0o711);
  const place = await placeCluster(dataDir, user, systemFolder);
  if (place.kind === 'refused') return { ...place, variable: 'DATA_DIR' };
  const { cluster, isElsewhere } = place;
  if (isElsewhere) await chmod(dataDir, 0o700);
  const binaries = await prepareBinaries(packageDir, dirname(cluster), user);
  await ensureCluster(binaries, cluster, user);
  const socketDir = await socketDirectory(cluster, user);
  const connection: pg.PoolConfig = { host: socketDir, user: SUPERUSER, database: 'postgres' };

  if ((await clearLeftOver(cluster, socketDir, connection)) === 'in-use') {
    return {
      kind: 'refused',
      variable: 'DATA_DIR',
      advice: 'is in use by another running server; stop that one first',
    };
  }
  const postmaster = await launch(
    binaries,
    cluster,
    socketDir,
    user,
    join(dataDir, 'postgres.log'),
    connection,
  );
  const guard = new pg.Client(connection);
  guard.on('error', () => undefined);
  await guard.connect();
  await guard.query('select pg_advisory_lock($1)', [GUARD_LOCK]);

  let stopping = false;
  postmaster.once('exit', (code, signal) => {
    if (!stopping)
      onDeath(`postgres ended by itself (${signal ?? code}); see ${join(dataDir, 'postgres.log')}`);
  });
  return {
    kind: 'started',
    connection,
    elsewhere: isElsewhere ? cluster : undefined,
    async stop() {
      stopping = true;
      await guard.end();
      if (postmaster.pid !== undefined) await stopPostmaster(cluster, postmaster.pid);
    },
  };
}

/** Deals with a postmaster that an earlier run left behind. */
async function clearLeftOver(
  cluster: string,
  socketDir: string,
  connection: pg.PoolConfig,
): Promise<'clear' | 'in-use'> {
  const pid = await readPostmasterPid(cluster);
  if (pid !== undefined && (await isPostmasterOf(cluster, pid))) {
    if (await isGuarded(connection, 5000)) return 'in-use';
    await stopPostmaster(cluster, pid);
  }
  await removeStalePid(cluster, socketDir);
  return 'clear';
}

/** A killed Node's connection takes a moment to be noticed, hence the patience. */
async function isGuarded(connection: pg.PoolConfig, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await tryGuard(connection);
    if (answer === 'free' || answer === 'no-answer') return false;
    if (Date.now() > end) return true;
    await sleep(100);
  }
}

async function tryGuard(connection: pg.PoolConfig): Promise<'free' | 'held' | 'no-answer'> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      GUARD_LOCK,
    ]);
    return rows[0]?.free === true ? 'free' : 'held';
  } catch {
    return 'no-answer';
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ATTEMPTS = 5;

async function launch(
  binaries: string,
  cluster: string,
  socketDir: string,
  user: OsUser | undefined,
  logPath: string,
  connection: pg.PoolConfig,
): Promise<ChildProcess> {
  const log = await openLog(logPath);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const child = spawn(join(binaries, 'postgres'), postgresArguments(cluster, socketDir), {
        ...user,
        env: childEnvironment,
        cwd: '/',
        // Its own session: Ctrl-C in a terminal reaches us alone, and we decide when the database goes.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      if (await becomesReady(child, connection)) return child;
      // Backends of a killed postmaster need a moment to notice; PostgreSQL refuses to start beside them.
      if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start; see ${logPath}`);
      await sleep(attempt * 500);
    }
  } finally {
    await log.close();
  }
}

function postgresArguments(cluster: string, socketDir: string): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    log_min_messages: 'warning',
    // The log must not repeat what people typed.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** False when the process ended before it answered. */
async function becomesReady(child: ChildProcess, connection: pg.PoolConfig): Promise<boolean> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const end = Date.now() + READY_MS;
  while (!ended && Date.now() < end) {
    if ((await tryGuard(connection)) !== 'no-answer') return true;
    await sleep(20);
  }
  return false;
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}
