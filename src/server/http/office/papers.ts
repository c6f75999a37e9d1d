import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { ErrorBody } from '../../../contract/errors.ts';
import { EntityId } from '../../../contract/ids.ts';
import { archivePath, issuePaper, listPapers, paperPath } from '../../../contract/operations/papers.ts';
import { exportDossier } from '../../commands/papers/export-dossier.ts';
import { issuePaper as issuePaperCommand } from '../../commands/papers/issue-paper.ts';
import type { Deps } from '../../deps.ts';
import { maySeeDossier } from '../../policies/dossier.ts';
import { mayExportDossier, mayIssuePaper } from '../../policies/paper.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentDossierPapers, presentPaper } from '../../presenters/paper.ts';
import { findDossier, listDossierActions } from '../../storage/dossier-queries.ts';
import { findPaper, listPapersOf, readPaper } from '../../storage/papers.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { statusOf } from '../error-reply.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

const Params = z.object({ id: EntityId });

/** Official papers of a dossier: what was issued, issuing, and the signed PDF itself. */
export function addPapers(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listPapers, async ({ params }, request) => {
    const { actor } = sessionOf(request);
    const found = await findVisible(deps, actor, params.id);
    if ('error' in found) return refused(found.error.kind, found.error.detail);
    const { dossier } = found;
    const [papers, actions, settings] = await Promise.all([
      listPapersOf(deps.db, dossier.id),
      listDossierActions(deps.db, dossier.id),
      getOfficeSettings(deps.db),
    ]);
    return ok(
      presentDossierPapers({
        dossier,
        papers,
        actions,
        certificate: deps.certificate,
        mayIssue: mayIssuePaper(actor, dossier).kind === 'allowed',
        mayExport: mayExportDossier(actor, dossier).kind === 'allowed',
        unitCode: settings.unitCode,
        now: deps.clock.now(),
      }),
    );
  });

  addOperation(scope, issuePaper, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await issuePaperCommand(deps, actor, { ...body, dossierId: params.id });
    switch (outcome.kind) {
      case 'issued':
        return ok(presentPaper(outcome.paper));
      case 'not-found':
        return refused('not-found');
      case 'conflict':
        return refused('conflict', outcome.detail);
      case 'forbidden':
      case 'state-not-allowed':
        return refused(outcome.kind, outcome.reason);
    }
  });

  scope.get(paperPath, async (request, reply) => {
    const params = Params.safeParse(request.params);
    if (!params.success) return sendError(reply, { kind: 'malformed', detail: 'id' });
    const paper = await findPaper(deps.db, params.data.id);
    if (paper === undefined) return sendError(reply, { kind: 'not-found' });
    const found = await findVisible(deps, sessionOf(request).actor, paper.dossierId);
    if ('error' in found) return sendError(reply, found.error);
    const bytes = await readPaper(deps.db, paper.id);
    if (bytes === undefined) return sendError(reply, { kind: 'not-found' });
    const code = found.dossier.officialCode ?? found.dossier.provisionalReference;
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="${paper.form}-${code}.pdf"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(Buffer.from(bytes));
  });

  scope.get(archivePath, async (request, reply) => {
    const params = Params.safeParse(request.params);
    if (!params.success) return sendError(reply, { kind: 'malformed', detail: 'id' });
    const outcome = await exportDossier(deps, sessionOf(request).actor, params.data.id);
    switch (outcome.kind) {
      case 'not-found':
        return sendError(reply, { kind: 'not-found' });
      case 'forbidden':
        return sendError(reply, { kind: 'forbidden', detail: outcome.reason });
      case 'exported':
        return reply
          .header('content-type', 'application/zip')
          .header('content-disposition', `attachment; filename="${outcome.code}.zip"`)
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'no-store')
          .send(Buffer.from(outcome.zip));
    }
  });
}

async function findVisible(deps: Deps, actor: Actor, id: string) {
  const dossier = await findDossier(deps.db, id);
  if (dossier === undefined) return { error: { kind: 'not-found' } satisfies ErrorBody };
  const verdict = maySeeDossier(actor, { commune: dossier.commune, heldBy: dossier.state.heldBy });
  if (verdict.kind === 'allowed') return { dossier };
  return { error: { kind: 'forbidden', detail: verdict.reason } satisfies ErrorBody };
}

function sendError(reply: FastifyReply, error: ErrorBody): FastifyReply {
  return reply.code(statusOf(error.kind)).send(error);
}
