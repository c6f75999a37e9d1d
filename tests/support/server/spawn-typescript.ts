import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Spawned {
  readonly process: ChildProcess;
  /** First line on the standard output; fails with what was on the error output when the process ends before. */
  readonly firstLine: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
}

/** Runs a TypeScript file in a Node of its own and waits for its first line. */
export async function spawnTypescript(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const firstLine = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    void ended.then(() => reject(new Error(`ended early: ${errors}`)));
  });
  return { process: child, firstLine, ended };
}
