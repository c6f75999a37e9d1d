import type { Deps } from '../deps.ts';
import { mayEnterOffice } from '../policies/staff.ts';
import type { StaffRow } from '../storage/rows.ts';
import { findSessionStaffId } from '../storage/sessions.ts';
import { findStaffById } from '../storage/staff.ts';
import { actorOf } from './actor.ts';
import { hashSessionToken } from './session-token.ts';

/**
 * The staff member behind a session token, read anew each time: a role taken away is gone with the next request.
 * Undefined for a token that is unknown or has run out, or whose owner may not enter the office any more.
 */
export async function findSession(deps: Deps, token: string): Promise<StaffRow | undefined> {
  const staffId = await findSessionStaffId(deps.db, hashSessionToken(token), deps.clock.now());
  if (staffId === undefined) return undefined;
  const staff = await findStaffById(deps.db, staffId);
  return staff !== undefined && mayEnterOffice(actorOf(staff)).kind === 'allowed' ? staff : undefined;
}
