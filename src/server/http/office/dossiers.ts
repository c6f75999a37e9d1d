import type { FastifyInstance } from 'fastify';
import { actOnDossier } from '../../../contract/operations/dossier-actions.ts';
import { type DossierDetail, getDossier } from '../../../contract/operations/office.ts';
import { actOnDossier as actOnDossierCommand } from '../../commands/dossier/act-on-dossier.ts';
import type { Deps } from '../../deps.ts';
import { allowedDossierActions, maySeeDossier } from '../../policies/dossier.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentDossierDetail } from '../../presenters/dossier.ts';
import { listAttachments } from '../../storage/attachment-queries.ts';
import { findDossier, listDossierActions } from '../../storage/dossier-queries.ts';
import type { DossierRow } from '../../storage/rows.ts';
import { listSupplementRecords } from '../../storage/supplement-queries.ts';
import type { Outcome } from '../operation-route.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

export function addDossiers(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, getDossier, async ({ params }, request) => {
    const { actor } = sessionOf(request);
    const row = await findDossier(deps.db, params.id);
    if (row === undefined) return refused('not-found');
    const verdict = maySeeDossier(actor, { commune: row.commune, heldBy: row.state.heldBy });
    return verdict.kind === 'allowed' ? show(deps, actor, row) : refused('forbidden', verdict.reason);
  });

  addOperation(scope, actOnDossier, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await actOnDossierCommand(deps, actor, { ...body, dossierId: params.id });
    switch (outcome.kind) {
      case 'done': {
        // Also to who has just given it out of their hands: the answer says what their act led to.
        const row = await findDossier(deps.db, params.id);
        return row === undefined ? refused('not-found') : show(deps, actor, row);
      }
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
      case 'state-not-allowed':
        return refused(outcome.kind, outcome.reason);
      case 'conflict':
        return refused('conflict', outcome.detail);
      case 'impossible':
        return refused('malformed', outcome.detail);
    }
  });
}

async function show(deps: Deps, actor: Actor, row: DossierRow): Promise<Outcome<DossierDetail>> {
  const { id } = row;
  const [attachments, actions, supplements, isProcedureWithdrawn] = await Promise.all([
    listAttachments(deps.db, id),
    listDossierActions(deps.db, id),
    listSupplementRecords(deps.db, id),
    deps.procedures.isWithdrawn(deps.db, row.procedureId, row.procedureVersion),
  ]);
  const allowed = allowedDossierActions(actor, {
    ...row.state,
    commune: row.commune,
    awaitedAttachments: row.attachmentsExpected - row.attachmentsStored,
  });
  return ok(
    presentDossierDetail({
      row,
      attachments,
      actions,
      supplements,
      allowed,
      isProcedureWithdrawn,
      now: deps.clock.now().toISOString(),
    }),
  );
}
