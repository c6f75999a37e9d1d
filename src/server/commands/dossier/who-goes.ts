import type { Trx } from '../../storage/connection.ts';
import type { DossierRow, StaffRow } from '../../storage/rows.ts';
import { findStaffById } from '../../storage/staff.ts';

/**
 * Who goes to the citizen for what is missing: whoever assisted (null), or a colleague in the field of the same commune. Undefined
 * for anybody else.
 */
export async function findWhoGoes(
  trx: Trx,
  dossier: Pick<DossierRow, 'staffId' | 'commune'>,
  assignedTo: string | null,
): Promise<StaffRow | undefined> {
  const assignee = await findStaffById(trx, assignedTo ?? dossier.staffId);
  if (assignedTo === null || assignee === undefined) return assignee;
  return assignee.commune === dossier.commune && assignee.roles.includes('field') ? assignee : undefined;
}
