import { assignSupplementRequest, findAssignee } from '../../storage/dossier-life.ts';
import { appendChange } from '../../storage/journal.ts';
import type { Act, ActContext, Consequence, Impossible } from './consequence.ts';
import { findWhoGoes } from './who-goes.ts';

/**
 * Somebody else goes for what is awaited: a tablet was lost, somebody fell ill. The request stays the first one, so that nothing
 * counts as late for it; what the one before brings all the same is taken, if it is first.
 */
export async function reassignSupplement(
  { trx, dossier }: ActContext,
  { assignedTo }: Act<'reassign-supplement'>,
): Promise<Consequence | Impossible> {
  const assignee = await findWhoGoes(trx, dossier, assignedTo);
  const before = await findAssignee(trx, dossier.id);
  if (assignee === undefined || before === undefined || assignee.id === before)
    return { kind: 'impossible', detail: 'staff' };
  return {
    event: {},
    detail: { assignedTo: assignee.id, assignedToName: assignee.displayName, assignedBefore: before },
    afterwards: async () => {
      await assignSupplementRequest(trx, dossier.id, assignee.id);
      for (const staffId of [before, assignee.id].sort())
        await appendChange(trx, staffId, { kind: 'work', staffId });
    },
  };
}
