import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An account of the operating system by number. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** May `user` walk from the root down to `path`, with `bits` (read 4, write 2, enter 1) once there? Judged by mode bits alone. */
export async function isReachable(path: string, user: OsUser, bits: number): Promise<boolean> {
  const there = await stat(path);
  if (!allows(there, user, bits)) return false;
  for (let at = dirname(path); ; at = dirname(at)) {
    if (!allows(await stat(at), user, 0o1)) return false;
    if (at === dirname(at)) return true;
  }
}

function allows(
  entry: { readonly uid: number; readonly gid: number; readonly mode: number },
  user: OsUser,
  bits: number,
): boolean {
  const shift = entry.uid === user.uid ? 6 : entry.gid === user.gid ? 3 : 0;
  return ((entry.mode >> shift) & bits) === bits;
}
