import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * An office that brings out a new version: a real second build of the whole client, which differs in its number alone,
 * and a server whose client folder is exchanged while it runs.
 */

const SOURCES = ['src', 'locales', 'public', 'index.html', 'vite.config.ts', 'package.json'] as const;

export interface Office {
  /** For `BUILT_APP`: the server and the client that it serves now. */
  readonly folder: string;
  /** From now on the server serves the next version. */
  readonly publishNext: () => void;
  readonly takeAway: () => void;
}

/** The built app in a folder of its own, and beside it the build of `version`, ready to take its place. */
export async function openOfficeWithNextVersion(version: string): Promise<Office> {
  // Inside the repository, where the server finds its packages.
  const folder = resolve('node_modules/.cache', `update-${process.pid}`);
  const built = process.env.BUILT_APP ?? 'dist';
  const workshop = join(folder, 'workshop');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  for (const name of ['server', 'client']) cpSync(join(built, name), join(folder, name), { recursive: true });
  const configurations = ['tsconfig.json', 'tsconfig.base.json'].filter((name) => existsSync(name));
  for (const name of [...SOURCES, ...configurations]) cpSync(name, join(workshop, name), { recursive: true });
  const packageFile = join(workshop, 'package.json');
  const contents: object = JSON.parse(readFileSync(packageFile, 'utf8'));
  writeFileSync(packageFile, JSON.stringify({ ...contents, version }));
  await buildIn(workshop);
  return {
    folder,
    publishNext: () => {
      renameSync(join(folder, 'client'), join(folder, 'client-before'));
      renameSync(join(workshop, 'dist/client'), join(folder, 'client'));
    },
    takeAway: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function buildIn(folder: string): Promise<void> {
  const vite = resolve('node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the next version does not build:\n${said}`);
}
