import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { mayRenewPassword } from '../policies/staff.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { deleteSessionsOf } from '../storage/sessions.ts';
import { findStaffById, setOneTimePassword } from '../storage/staff.ts';
import { hashPassword, oneTimePassword } from './password.ts';

export type RenewPasswordOutcome =
  | { readonly kind: 'renewed'; readonly staff: StaffRow; readonly oneTimePassword: string }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'staff-unknown' };

/**
 * Gives somebody a one-time password in the place of one that was forgotten. The old one is good for nothing from then on, and
 * every session of that person ends, because whoever asks for it may have lost more than a memory. Asked again (a lost answer)
 * it gives another one.
 */
export async function renewPassword(deps: Deps, by: Actor, staffId: string): Promise<RenewPasswordOutcome> {
  const staff = await findStaffById(deps.db, staffId);
  if (staff === undefined) return { kind: 'staff-unknown' };
  const verdict = mayRenewPassword(by, staff);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  const password = oneTimePassword(deps.random.bytes);
  const passwordHash = await hashPassword(password);
  await inTransaction(deps.db, async (trx) => {
    await setOneTimePassword(trx, staff.id, passwordHash);
    await deleteSessionsOf(trx, staff.id);
    await appendAudit(trx, {
      at: deps.clock.now(),
      staffId: by.staffId,
      deviceId: null,
      action: 'one-time-password-renewed',
      subject: staff.id,
      detail: { login: staff.login },
    });
  });
  return {
    kind: 'renewed',
    staff: { ...staff, passwordHash, mustChangePassword: true },
    oneTimePassword: password,
  };
}
