import { findAnyCommune } from '../../domain/place/all-communes.ts';
import type { Deps } from '../deps.ts';
import { mayManageDepartments } from '../policies/dossier.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import {
  type DepartmentRow,
  findDepartment,
  saveDepartment as writeDepartment,
} from '../storage/departments.ts';
import { appendAudit } from '../storage/journal.ts';

export type SaveDepartmentOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'commune-unknown' }
  /** The name, or the id in another commune, is another's. */
  | { readonly kind: 'taken' };

/** Adds a department or writes its name anew. Repeated it changes nothing. */
export async function saveDepartment(
  deps: Deps,
  by: Actor,
  department: DepartmentRow,
): Promise<SaveDepartmentOutcome> {
  const verdict = mayManageDepartments(by);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  if (findAnyCommune(department.commune) === undefined) return { kind: 'commune-unknown' };
  const now = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const before = await findDepartment(trx, department.id);
    if (before !== undefined && before.commune !== department.commune) return { kind: 'taken' };
    if (!(await writeDepartment(trx, department, now))) return { kind: 'taken' };
    const { name, confirmed, commune } = department;
    await appendAudit(trx, {
      at: now,
      staffId: by.staffId,
      deviceId: null,
      action: before === undefined ? 'department-added' : 'department-changed',
      subject: department.id,
      detail: { name, confirmed, commune },
    });
    return { kind: 'saved' };
  });
}
