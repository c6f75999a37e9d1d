import type { FastifyInstance } from 'fastify';
import { handOverDraft, listKeptDrafts, restoreDrafts } from '../../contract/operations/drafts.ts';
import { giveDraft } from '../commands/hand-over-draft.ts';
import { listKeptDrafts as listKept } from '../commands/list-kept-drafts.ts';
import { restoreDrafts as restore } from '../commands/restore-drafts.ts';
import type { Deps } from '../deps.ts';
import { presentColleagues, presentKeptDraft } from '../presenters/draft.ts';
import { addTabletOperations } from './tablet-operation.ts';

/** The tablets' half of kept drafts; the supervisor's is in `office/drafts.ts`. */
export async function addDrafts(app: FastifyInstance, deps: Deps): Promise<void> {
  await addTabletOperations(app, deps, (add) => {
    add(listKeptDrafts, async (body, deviceId) => {
      const outcome = await listKept(deps, { ...body, deviceId });
      if (outcome.kind === 'unauthorized') return { kind: 'refused', error: { kind: 'unauthorized' } };
      return {
        kind: 'ok',
        answer: {
          keeps: outcome.keeps,
          drafts: outcome.drafts.map(presentKeptDraft),
          givenAway: outcome.givenAway.map(({ draftId, toName, at }) => ({
            id: draftId,
            toName,
            at: at.toISOString(),
          })),
          colleagues: presentColleagues(outcome.colleagues),
          tablets: outcome.tablets.map(({ lastSeenAt, ...tablet }) => ({
            ...tablet,
            lastSeenAt: lastSeenAt?.toISOString() ?? null,
          })),
        },
      };
    });

    add(restoreDrafts, async (body, deviceId) => {
      const outcome = await restore(deps, { ...body, deviceId });
      if (outcome.kind !== 'restored') return { kind: 'refused', error: { kind: outcome.kind } };
      return { kind: 'ok', answer: { drafts: outcome.drafts, missing: outcome.missing } };
    });

    add(handOverDraft, async (body, deviceId) => {
      const outcome = await giveDraft(deps, { ...body, deviceId });
      if (outcome.kind === 'handed-over') return { kind: 'ok', answer: { at: outcome.at.toISOString() } };
      const detail = 'reason' in outcome ? { detail: outcome.reason } : {};
      return { kind: 'refused', error: { kind: outcome.kind, ...detail } };
    });
  });
}
