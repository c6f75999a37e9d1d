import type { FastifyInstance } from 'fastify';
import { handOverCommuneDraft, listCommuneDrafts } from '../../../contract/operations/drafts.ts';
import { moveDraft } from '../../commands/hand-over-draft.ts';
import type { Deps } from '../../deps.ts';
import { mayReach } from '../../policies/reach.ts';
import { presentColleagues, presentCommuneDraft } from '../../presenters/draft.ts';
import { listDraftsOfCommune } from '../../storage/draft-backups.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { listStaff } from '../../storage/staff.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Kept drafts of the supervisor's commune, and moving one to a colleague. */
export function addCommuneDrafts(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listCommuneDrafts, async (_input, request) => {
    const { actor } = sessionOf(request);
    const { commune } = actor;
    const verdict = mayReach(actor, 'see-drafts', commune);
    if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
    const [settings, drafts, staff] = await Promise.all([
      getOfficeSettings(deps.db),
      listDraftsOfCommune(deps.db, commune),
      listStaff(deps.db, { kind: 'commune', commune }),
    ]);
    const mayMove = mayReach(actor, 'hand-over-draft', commune).kind === 'allowed';
    return ok({
      keeps: settings.tablets.backups,
      drafts: drafts.map((draft) => presentCommuneDraft(draft, mayMove ? ['hand-over'] : [])),
      colleagues: presentColleagues(staff),
    });
  });

  addOperation(scope, handOverCommuneDraft, async ({ params, body }, request) => {
    const outcome = await moveDraft(deps, sessionOf(request).actor, { ...params, ...body });
    switch (outcome.kind) {
      case 'handed-over':
        return ok({ at: outcome.at.toISOString() });
      case 'forbidden':
      case 'conflict':
        return refused(outcome.kind, outcome.reason);
      case 'not-found':
      case 'unauthorized':
        return refused(outcome.kind);
    }
  });
}
