import type { Role } from '../../contract/operations/office.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { mayChangeWork, needsPassword } from '../policies/staff.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { deleteSessionsOf } from '../storage/sessions.ts';
import { findStaffById, hasTablets, updateWork } from '../storage/staff.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import { findWorkplace, isSameWork } from './staff-work.ts';

export interface AskedWork {
  readonly staffId: string;
  readonly roles: readonly Role[];
  readonly departmentId?: string;
}

export type ChangeWorkOutcome =
  | { readonly kind: 'changed'; readonly staff: StaffRow; readonly oneTimePassword: string | null }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'staff-unknown' }
  /** No department of this person's commune, or of somebody who is no specialist. */
  | { readonly kind: 'department-unknown' }
  /** Whoever has an enrolled tablet goes to the field. */
  | { readonly kind: 'has-tablets' };

/**
 * What a colleague does from now on. Every session of that person ends, so that no open window goes on by the old rules; who had
 * no way into the office before gets a one-time password, and who has none any more loses theirs. The same again (a lost answer)
 * changes nothing and ends nothing.
 */
export async function changeWork(deps: Deps, by: Actor, asked: AskedWork): Promise<ChangeWorkOutcome> {
  const before = await findStaffById(deps.db, asked.staffId);
  if (before === undefined) return { kind: 'staff-unknown' };
  const verdict = mayChangeWork(by, before);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  const roles = [...new Set(asked.roles)];
  const { commune } = before;
  const department = await findWorkplace(deps.db, asked.departmentId, { commune, roles });
  if (department === undefined) return { kind: 'department-unknown' };
  if (isSameWork(before, { roles, department }))
    return { kind: 'changed', staff: before, oneTimePassword: null };

  const password =
    needsPassword(roles) && before.passwordHash === null ? oneTimePassword(deps.random.bytes) : null;
  const changed = { roles, department, ...(await entryOf(roles, password)) };
  return inTransaction(deps.db, async (trx) => {
    if (!roles.includes('field') && (await hasTablets(trx, before.id))) return { kind: 'has-tablets' };
    await updateWork(trx, before.id, changed);
    await deleteSessionsOf(trx, before.id);
    await appendAudit(trx, {
      at: deps.clock.now(),
      staffId: by.staffId,
      deviceId: null,
      action: 'staff-work-changed',
      subject: before.id,
      detail: {
        login: before.login,
        roles: [before.roles, roles],
        department: [before.department?.id ?? null, department?.id ?? null],
      },
    });
    return { kind: 'changed', staff: { ...before, ...changed }, oneTimePassword: password };
  });
}

/** What changes of somebody's way into the office; a password that they have is left alone. */
async function entryOf(roles: readonly Role[], newPassword: string | null) {
  if (!needsPassword(roles)) return { passwordHash: null, mustChangePassword: false };
  if (newPassword === null) return {};
  return { passwordHash: await hashPassword(newPassword), mustChangePassword: true };
}
