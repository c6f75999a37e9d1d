import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Process id in `postmaster.pid`; undefined when there is none or it cannot be read (power loss in the middle of a write). */
export async function readPostmasterPid(cluster: string): Promise<number | undefined> {
  let text: string;
  try {
    text = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
  const pid = Number(text.split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * Is that process a live postmaster of this cluster? A process id alone proves nothing: after a power cut, and all the
 * more in a container, the same number soon belongs to something else.
 */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
}

async function commandOf(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}

/** Forgets a postmaster that no longer lives; PostgreSQL would refuse to start when another process has its number. */
export async function removeStalePid(cluster: string, socketDir: string): Promise<void> {
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  await rm(join(socketDir, '.s.PGSQL.5432'), { force: true });
  await rm(join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
}

const FAST_MS = 30_000;
const IMMEDIATE_MS = 10_000;

/** Fast shutdown (running transactions are rolled back), then immediate shutdown. Resolves when the process is gone. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ] as const) {
    if (!(await isPostmasterOf(cluster, pid))) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (!(await isPostmasterOf(cluster, pid))) return;
      await sleep(20);
    }
  }
}
