import type { FastifyInstance } from 'fastify';
import {
  acceptDossier,
  type DossierDetail,
  getDossier,
  listDossiers,
} from '../../../contract/operations/office.ts';
import { acceptDossier as acceptDossierCommand } from '../../commands/accept-dossier.ts';
import type { Deps } from '../../deps.ts';
import { allowedDossierActions, maySeeDossier } from '../../policies/dossier.ts';
import { type Actor, scopeOf } from '../../policies/reach.ts';
import { presentDossierDetail, presentDossierLine } from '../../presenters/dossier.ts';
import { listAttachments } from '../../storage/attachment-queries.ts';
import {
  countDossiers,
  findDossier,
  listDossierActions,
  listDossierLines,
} from '../../storage/dossier-queries.ts';
import type { Outcome } from '../operation-route.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

const PAGE = 50;
const SMALLEST_ID = '00000000-0000-0000-0000-000000000000';

export function addDossiers(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listDossiers, async ({ query }, request) => {
    const { actor } = sessionOf(request);
    const reach = scopeOf(actor, 'see-dossiers');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const [rows, counts] = await Promise.all([
      listDossierLines(deps.db, {
        scope: reach,
        status: query.status,
        search: query.search,
        before:
          query.before === undefined
            ? undefined
            : { receivedAt: new Date(query.before), id: query.beforeId ?? SMALLEST_ID },
        // One more than a page tells whether there is another.
        limit: PAGE + 1,
      }),
      countDossiers(deps.db, reach),
    ]);
    return ok({ dossiers: rows.slice(0, PAGE).map(presentDossierLine), more: rows.length > PAGE, counts });
  });

  addOperation(scope, getDossier, ({ params }, request) => show(deps, sessionOf(request).actor, params.id));

  addOperation(scope, acceptDossier, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await acceptDossierCommand(deps, actor, { ...body, dossierId: params.id });
    switch (outcome.kind) {
      case 'accepted':
        return show(deps, actor, params.id);
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
      case 'state-not-allowed':
        return refused(outcome.kind, outcome.reason);
      case 'conflict':
        return refused('conflict', outcome.detail);
    }
  });
}

async function show(deps: Deps, actor: Actor, id: string): Promise<Outcome<DossierDetail>> {
  const row = await findDossier(deps.db, id);
  if (row === undefined) return refused('not-found');
  const verdict = maySeeDossier(actor, row);
  if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
  const [attachments, actions, isProcedureWithdrawn] = await Promise.all([
    listAttachments(deps.db, id),
    listDossierActions(deps.db, id),
    deps.procedures.isWithdrawn(deps.db, row.procedureId, row.procedureVersion),
  ]);
  const allowed = allowedDossierActions(actor, {
    commune: row.commune,
    status: row.status,
    awaitedAttachments: row.attachmentsExpected - row.attachmentsStored,
  });
  return ok(presentDossierDetail({ row, attachments, actions, allowed, isProcedureWithdrawn }));
}
