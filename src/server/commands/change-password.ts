import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { deleteOtherSessions } from '../storage/sessions.ts';
import { setChosenPassword } from '../storage/staff.ts';
import { hashPassword, passwordMatches, passwordWeakness } from './password.ts';
import { hashSessionToken } from './session-token.ts';

export type ChangePasswordOutcome =
  | { readonly kind: 'changed'; readonly staff: StaffRow }
  | { readonly kind: 'credentials-invalid' }
  | { readonly kind: 'password-too-weak'; readonly reason: string };

/** The person's own choice of a password. The session it is made from goes on; all others of the person end. */
export async function changePassword(
  deps: Deps,
  asked: {
    readonly staff: StaffRow;
    readonly token: string;
    readonly current: string;
    readonly next: string;
  },
): Promise<ChangePasswordOutcome> {
  const { staff } = asked;
  if (!(await passwordMatches(staff.passwordHash, asked.current))) return { kind: 'credentials-invalid' };
  const weakness = passwordWeakness(asked.next, { login: staff.login, current: asked.current });
  if (weakness !== undefined) return { kind: 'password-too-weak', reason: weakness };

  const passwordHash = await hashPassword(asked.next);
  await inTransaction(deps.db, async (trx) => {
    await setChosenPassword(trx, staff.id, passwordHash);
    await deleteOtherSessions(trx, staff.id, hashSessionToken(asked.token));
    await appendAudit(trx, {
      at: deps.clock.now(),
      staffId: staff.id,
      deviceId: null,
      action: 'password-changed',
      subject: staff.id,
      detail: {},
    });
  });
  return { kind: 'changed', staff: { ...staff, passwordHash, mustChangePassword: false } };
}
