import type { Role } from '../../contract/operations/office.ts';
import type { DbOrTrx } from '../storage/connection.ts';
import { findDepartment } from '../storage/departments.ts';
import type { StaffRow } from '../storage/rows.ts';

type Work = Pick<StaffRow, 'roles' | 'department'>;

/**
 * The department that somebody is to work in: null where none is named, undefined where it is none of their commune, or they
 * are no specialist.
 */
export async function findWorkplace(
  db: DbOrTrx,
  departmentId: string | undefined,
  staff: { readonly commune: string; readonly roles: readonly Role[] },
): Promise<{ readonly id: string; readonly name: string } | null | undefined> {
  if (departmentId === undefined) return null;
  const department = await findDepartment(db, departmentId);
  if (department?.commune !== staff.commune || !staff.roles.includes('specialist')) return undefined;
  return { id: department.id, name: department.name };
}

/** Whether somebody does what is asked for already. */
export function isSameWork(before: Work, asked: Work): boolean {
  return (
    before.department?.id === asked.department?.id &&
    before.roles.length === asked.roles.length &&
    asked.roles.every((role) => before.roles.includes(role))
  );
}
