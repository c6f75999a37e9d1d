import type { Actor } from '../policies/reach.ts';
import type { StaffRow } from '../storage/rows.ts';

/** A staff member as the policies know them. */
export function actorOf(staff: Pick<StaffRow, 'id' | 'roles' | 'commune' | 'department'>): Actor {
  return {
    staffId: staff.id,
    roles: staff.roles,
    commune: staff.commune,
    department: staff.department?.id ?? null,
  };
}
