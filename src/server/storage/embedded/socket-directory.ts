import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OsUser } from './traversal.ts';

/** `sun_path` holds 108 bytes with its final zero on Linux, 104 on macOS. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_NAME = '/.s.PGSQL.5432';

/**
 * The cluster's own folder, unless its path is too long for a Unix socket: then a folder of the temporary directory
 * whose name follows from the cluster's path, so that a restart finds what an earlier run left.
 */
export async function socketDirectory(cluster: string, user: OsUser | undefined): Promise<string> {
  if (Buffer.byteLength(cluster + SOCKET_NAME) <= LONGEST_SOCKET_PATH) return cluster;
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const directory = join(tmpdir(), `ve-ban-${name}`);
  await mkdir(directory, { mode: 0o700 }).catch(() => undefined);
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  const found = await lstat(directory);
  if (user !== undefined && found.uid === 0) await chown(directory, user.uid, user.gid);
  // Anybody may make folders in /tmp: one that belongs to somebody else, or is open to others, is a trap.
  const { uid, mode } = await lstat(directory);
  if (!found.isDirectory() || uid !== owner || (mode & 0o077) !== 0) {
    throw new Error(`${directory} belongs to somebody else; remove it, or choose a shorter DATA_DIR`);
  }
  return directory;
}
