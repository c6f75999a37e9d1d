import { chmod, lstat, mkdir, mkdtemp, readlink, realpath, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isReachable, type OsUser } from './traversal.ts';

/*
 *   DATA_DIR/postgres is …                 the cluster stands
 *   a folder                               there
 *   a link                                 where it leads, whatever the path of DATA_DIR is by now
 *   nothing, and `user` can get there      there
 *   nothing, and `user` cannot             in a new folder of `SYSTEM_FOLDER`, and a link is left
 *
 * The link is the only record: a folder whose name followed from DATA_DIR's path would meet the database of a DATA_DIR
 * that was deleted and made anew, with keys that do not belong to it.
 */

/** Where other accounts than root can go on any Unix; used only when DATA_DIR lies behind a closed door. */
const SYSTEM_FOLDER = '/var/lib/ve-ban';

export type ClusterPlace =
  /** `cluster` is an absolute path without links; `isElsewhere` when it is not inside DATA_DIR. */
  | { readonly kind: 'place'; readonly cluster: string; readonly isElsewhere: boolean }
  | { readonly kind: 'refused'; readonly advice: string };

/**
 * Finds or decides where the cluster of `dataDir` (which must exist) stands, so that `user`, who runs PostgreSQL where
 * root may not, can walk to it. Makes the system folder and the link when they are needed, nothing else.
 */
export async function placeCluster(
  dataDir: string,
  user: OsUser | undefined,
  systemFolder = SYSTEM_FOLDER,
): Promise<ClusterPlace> {
  const wanted = join(await realpath(dataDir), 'postgres');
  const found = await lstat(wanted).catch(() => undefined);
  if (found?.isSymbolicLink()) {
    const target = resolve(dataDir, await readlink(wanted));
    return followLink(wanted, target, user);
  }
  if (user === undefined || (await isReachable(await realpath(dataDir), user, 0o1))) {
    return { kind: 'place', cluster: wanted, isElsewhere: false };
  }
  if (found !== undefined) {
    const advice = `holds a database that it cannot run: PostgreSQL does not run as root, and others cannot reach ${wanted}; move DATA_DIR, for example to /var/lib`;
    return { kind: 'refused', advice };
  }
  return placeElsewhere(wanted, user, systemFolder);
}

async function followLink(wanted: string, target: string, user: OsUser | undefined): Promise<ClusterPlace> {
  const cluster = await realpath(target).catch(() => undefined);
  if (cluster === undefined) {
    const advice = `holds a link to its database at ${target}, where nothing is; bring that folder back, or remove the link ${wanted} to begin with an empty database`;
    return { kind: 'refused', advice };
  }
  if (user !== undefined && !(await isReachable(dirname(cluster), user, 0o1))) {
    const advice = `holds a link to its database at ${cluster}, which others than root cannot reach (PostgreSQL does not run as root)`;
    return { kind: 'refused', advice };
  }
  return { kind: 'place', cluster, isElsewhere: true };
}

async function placeElsewhere(wanted: string, user: OsUser, systemFolder: string): Promise<ClusterPlace> {
  await mkdir(systemFolder, { recursive: true, mode: 0o711 });
  if (!(await isReachable(systemFolder, user, 0o1))) {
    const advice = `must be a folder that others than root can reach, for example DATA_DIR=/srv/ve-ban (PostgreSQL does not run as root)`;
    return { kind: 'refused', advice };
  }
  // The name tells a person which DATA_DIR it belongs to; the random end keeps it from ever meeting an older one.
  const whose = wanted.split('/').filter(Boolean).slice(0, -1).join('-').slice(-80);
  const home = await mkdtemp(join(await realpath(systemFolder), `${whose}-`));
  await chmod(home, 0o711);
  const cluster = join(home, 'postgres');
  await mkdir(cluster, { mode: 0o700 });
  await symlink(cluster, wanted);
  return { kind: 'place', cluster, isElsewhere: true };
}
