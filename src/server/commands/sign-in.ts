import type { Deps } from '../deps.ts';
import { mayEnterOffice } from '../policies/staff.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { deleteExpiredSessions, insertSession } from '../storage/sessions.ts';
import { findStaffByLogin } from '../storage/staff.ts';
import { actorOf } from './actor.ts';
import { passwordMatches } from './password.ts';
import { hashSessionToken, SESSION_SECONDS } from './session-token.ts';

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly staff: StaffRow; readonly token: string }
  | { readonly kind: 'credentials-invalid' };

/**
 * Opens an office session of twelve hours. One answer for an unknown login, a wrong password and staff who have
 * no way into the office, after the same amount of work. The caller limits how often it may be tried.
 */
export async function signIn(
  deps: Deps,
  asked: { readonly login: string; readonly password: string },
): Promise<SignInOutcome> {
  const staff = await findStaffByLogin(deps.db, asked.login);
  const matches = await passwordMatches(staff?.passwordHash ?? null, asked.password);
  if (staff === undefined || !matches || mayEnterOffice(actorOf(staff)).kind !== 'allowed')
    return { kind: 'credentials-invalid' };

  const now = deps.clock.now();
  const token = Buffer.from(deps.random.bytes(32)).toString('base64url');
  await inTransaction(deps.db, async (trx) => {
    await deleteExpiredSessions(trx, now);
    await insertSession(trx, {
      tokenHash: hashSessionToken(token),
      staffId: staff.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    });
    await appendAudit(trx, {
      at: now,
      staffId: staff.id,
      deviceId: null,
      action: 'signed-in',
      subject: staff.id,
      detail: {},
    });
  });
  return { kind: 'signed-in', staff, token };
}
