import { civilDate } from '../../../domain/calendar/civil-date.ts';
import type { DossierState } from '../../../domain/dossier/state.ts';
import type { Trx } from '../../storage/connection.ts';
import { appendChange } from '../../storage/journal.ts';
import type { DossierRow } from '../../storage/rows.ts';

/**
 * Lets the tablets of these people know where a dossier stands. Names no reason and no person: tablets can read it while locked
 * (I4). Among the last of a transaction.
 */
export async function tellOfDossier(
  trx: Trx,
  staffIds: readonly string[],
  { id, provisionalReference }: Pick<DossierRow, 'id' | 'provisionalReference'>,
  state: DossierState,
): Promise<void> {
  for (const staffId of new Set(staffIds))
    await appendChange(trx, staffId, {
      kind: 'dossier',
      submissionId: id,
      status: state.status,
      provisionalReference,
      officialCode: state.officialCode,
      receivedAt: state.receivedAt,
      acceptedAt: state.acceptedAt,
      dueAt: state.dueAt,
      dueDate: state.dueAt === null ? null : civilDate(state.dueAt),
    });
}
