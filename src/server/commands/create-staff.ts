import type { Role } from '../../contract/operations/office.ts';
import { findAnyCommune } from '../../domain/place/all-communes.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { mayManageStaff, needsPassword } from '../policies/staff.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { StaffRow } from '../storage/rows.ts';
import { findStaffById, insertStaff, replaceOneTimePassword } from '../storage/staff.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import { findWorkplace, isSameWork } from './staff-work.ts';

export interface NewStaff {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly commune: string;
  readonly departmentId?: string;
}

export type CreateStaffOutcome =
  | { readonly kind: 'created'; readonly staff: StaffRow; readonly oneTimePassword: string | null }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'commune-unknown' }
  /** No department of this commune, or of somebody who is no specialist. */
  | { readonly kind: 'department-unknown' }
  /** The login, or the id with other content, belongs to somebody else. */
  | { readonly kind: 'taken' };

/**
 * Makes a staff member and, for roles with a way into the office, a one-time password.
 * Repeated with the same id and content (a lost answer) while nobody has signed in with it, it gives a new one-time
 * password, because the one in the lost answer can never be shown again.
 */
export async function createStaff(deps: Deps, by: Actor, asked: NewStaff): Promise<CreateStaffOutcome> {
  const verdict = mayManageStaff(by, asked);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  if (findAnyCommune(asked.commune) === undefined) return { kind: 'commune-unknown' };

  const { departmentId, ...rest } = asked;
  const roles = [...new Set(asked.roles)];
  const department = await findWorkplace(deps.db, departmentId, asked);
  if (department === undefined) return { kind: 'department-unknown' };
  const password = needsPassword(roles) ? oneTimePassword(deps.random.bytes) : null;
  const staff: StaffRow = {
    ...rest,
    roles,
    department,
    passwordHash: password === null ? null : await hashPassword(password),
    mustChangePassword: password !== null,
  };
  const now = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const isNew = await insertStaff(trx, staff, now);
    if (!isNew) {
      const before = await findStaffById(trx, staff.id);
      if (before === undefined || !isRepeat(before, staff)) return { kind: 'taken' };
      if (staff.passwordHash !== null) await replaceOneTimePassword(trx, staff.id, staff.passwordHash);
    }
    await appendAudit(trx, {
      at: now,
      staffId: by.staffId,
      deviceId: null,
      action: isNew ? 'staff-created' : 'one-time-password-renewed',
      subject: staff.id,
      detail: { login: staff.login, roles, commune: staff.commune },
    });
    return { kind: 'created', staff, oneTimePassword: password };
  });
}

function isRepeat(before: StaffRow, asked: StaffRow): boolean {
  return (
    before.login === asked.login &&
    before.displayName === asked.displayName &&
    before.commune === asked.commune &&
    before.mustChangePassword === asked.mustChangePassword &&
    isSameWork(before, asked)
  );
}
