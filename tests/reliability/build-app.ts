import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plant } from './plants.ts';

/** Builds the app into a folder of its own and says where it is; throws when it does not build, or the bug has no place. */
export function buildApp(plant: Plant | undefined): string {
  const root = resolve(import.meta.dirname, '../..');
  const into = join(root, 'node_modules/.cache/reliability', plant ?? 'as-it-is');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const tsx = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/loader.mjs');
  const script = join(import.meta.dirname, 'build.ts');
  const { status } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(tsx).href, script, root, ...(plant === undefined ? [] : [plant])],
    { cwd: into, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (status !== 0) throw new Error('the app does not build');
  return join(into, 'dist');
}
