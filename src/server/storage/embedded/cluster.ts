import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OsUser } from './traversal.ts';

/** Name of the only role of the cluster; nobody but the folder's owner and root reaches its socket. */
export const SUPERUSER = 've_ban';

/** Environment of the child processes: nothing of ours, above all no secret. */
export const childEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

/** Makes the cluster when there is none. Complete or absent: made under another name, renamed when whole. */
export async function ensureCluster(
  binaries: string,
  cluster: string,
  user: OsUser | undefined,
): Promise<void> {
  if (await isCluster(cluster)) return;
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(unfinished, user.uid, user.gid);
  await chmod(unfinished, 0o700);
  const output = await run(join(binaries, 'initdb'), initdbArguments(unfinished), user);
  if (output.code !== 0) throw new Error(`initdb failed: ${output.text.trim()}`);
  await rename(unfinished, cluster);
}

function initdbArguments(directory: string): string[] {
  return [
    ['-D', directory, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    ['--locale-provider=icu', '--icu-locale=vi', '--data-checksums', '--no-instructions'],
  ].flat();
}

async function isCluster(cluster: string): Promise<boolean> {
  try {
    return (await readdir(cluster)).includes('PG_VERSION');
  } catch {
    return false;
  }
}

/** Root may not run PostgreSQL: the owner of an existing cluster does, else the account that owns nothing. */
export async function userForCluster(cluster: string): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const { uid, gid } = await stat(cluster);
    if (uid !== 0) return { uid, gid };
  } catch {
    // No cluster yet.
  }
  return { uid: 65_534, gid: 65_534 };
}

function run(
  file: string,
  args: string[],
  user: OsUser | undefined,
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...user,
      env: childEnvironment,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}
