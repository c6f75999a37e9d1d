import { findDepartment } from '../../storage/departments.ts';
import type { Act, ActContext, Consequence, Impossible } from './consequence.ts';

/** To a department of the same commune that does not have it already. Its name is kept as it was called on that day. */
export async function forward(
  { trx, dossier }: ActContext,
  { departmentId }: Act<'forward'>,
): Promise<Consequence | Impossible> {
  const department = await findDepartment(trx, departmentId);
  if (department?.commune !== dossier.commune || department.id === dossier.state.heldBy)
    return { kind: 'impossible', detail: 'department' };
  return { event: { departmentId }, detail: { from: dossier.heldBy?.name ?? null, to: department.name } };
}

/** Back to the one-stop office, given by the department or taken from it. */
export function handBack({ dossier, department }: ActContext): Consequence {
  const isTakenBack = department !== dossier.state.heldBy;
  return { event: {}, detail: { from: dossier.heldBy?.name ?? null, to: null, isTakenBack } };
}
