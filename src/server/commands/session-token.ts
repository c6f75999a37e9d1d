import { createHash } from 'node:crypto';

/** A session lasts one working day and no longer, used or not. */
export const SESSION_SECONDS = 12 * 3600;

/** What the database keeps of a token: useless to whoever reads it there. */
export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
