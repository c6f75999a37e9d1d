import { insertSupplementRequest } from '../../storage/dossier-life.ts';
import { appendChange } from '../../storage/journal.ts';
import type { Act, ActContext, Consequence, Impossible } from './consequence.ts';
import { findWhoGoes } from './who-goes.ts';

/**
 * Asks the citizen for what is missing ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", Circular 03/2025/TT-VPCP Annex I). It goes
 * to the tablet of whoever assisted, or of a colleague in the field of the same commune. The clock stands until it is here.
 */
export async function requestSupplement(
  { trx, dossier, commandId, staffId, now }: ActContext,
  { reason, items, assignedTo }: Act<'request-supplement'>,
): Promise<Consequence | Impossible> {
  const assignee = await findWhoGoes(trx, dossier, assignedTo);
  if (assignee === undefined) return { kind: 'impossible', detail: 'staff' };
  const number = dossier.state.supplementsAsked + 1;
  return {
    event: {},
    detail: { number, assignedTo: assignee.id, assignedToName: assignee.displayName },
    afterwards: async () => {
      await insertSupplementRequest(trx, {
        id: commandId,
        dossierId: dossier.id,
        number,
        reason,
        items,
        assignedTo: assignee.id,
        at: now,
        by: staffId,
      });
      await appendChange(trx, assignee.id, { kind: 'work', staffId: assignee.id });
    },
  };
}
