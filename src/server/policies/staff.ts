import type { Role } from '../../contract/operations/office.ts';
import { type Actor, mayReach, reachOf } from './reach.ts';
import { allowed, forbidden, type Verdict } from './verdict.ts';

/** Field-only staff work on a tablet, behind its PIN: they have no way into the office. */
export function mayEnterOffice(actor: Actor): Verdict {
  return reachOf(actor, 'enter-office') === undefined ? forbidden('role') : allowed;
}

/** Which roles come with a password. */
export function needsPassword(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'field');
}

/** Create or change a staff member of that commune. */
export function mayManageStaff(actor: Actor, staff: { readonly commune: string }): Verdict {
  return mayReach(actor, 'manage-staff', staff.commune);
}

/** Give a one-time password in the place of a forgotten one; of one's own one chooses another, knowing it. */
export function mayRenewPassword(
  actor: Actor,
  staff: { readonly id: string; readonly commune: string; readonly roles: readonly Role[] },
): Verdict {
  const verdict = mayManageStaff(actor, staff);
  if (verdict.kind !== 'allowed') return verdict;
  if (staff.id === actor.staffId) return forbidden('oneself');
  return needsPassword(staff.roles) ? allowed : forbidden('field-only');
}

/** Change what a colleague does; nobody their own, so that the last administrator stays one. */
export function mayChangeWork(
  actor: Actor,
  staff: { readonly id: string; readonly commune: string },
): Verdict {
  const verdict = mayManageStaff(actor, staff);
  if (verdict.kind !== 'allowed') return verdict;
  return staff.id === actor.staffId ? forbidden('oneself') : allowed;
}

/** A code puts a staff member's key on a tablet, so it is only for those whose role takes them to the field. */
export function mayCreateEnrolmentCode(
  actor: Actor,
  staff: { readonly commune: string; readonly roles: readonly Role[] },
): Verdict {
  const reach = mayReach(actor, 'create-enrolment-code', staff.commune);
  if (reach.kind !== 'allowed') return reach;
  return staff.roles.includes('field') ? allowed : forbidden('not-field-staff');
}
