import type { FastifyInstance } from 'fastify';
import {
  deleteSavedFilter,
  listDossiers,
  listQueueChoices,
  listSavedFilters,
  type QueueFilter,
  type QueuePage,
  saveFilter,
  searchDossiers,
} from '../../../contract/operations/queue.ts';
import { forgetFilter, keepFilter } from '../../commands/keep-filter.ts';
import type { Deps } from '../../deps.ts';
import { dossierScopeOf } from '../../policies/dossier.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentDossierLine } from '../../presenters/dossier.ts';
import { queueDays } from '../../queue-days.ts';
import { countDossiers, listQueueChoices as findChoices } from '../../storage/queue/queue-facts.ts';
import { listQueueLines } from '../../storage/queue/queue-lines.ts';
import { listSavedFilters as findSavedFilters } from '../../storage/queue/saved-filters.ts';
import { addOperation, type Outcome } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { readMark, writeMark } from './page-mark.ts';
import { sessionOf } from './session.ts';

const PAGE = 50;

/** The queue: pages, search, what it can be narrowed to, and the filters that an officer keeps. */
export function addQueue(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listDossiers, ({ query: { after, ...filter } }, request) =>
    page(deps, sessionOf(request).actor, { filter, after, search: undefined }),
  );
  addOperation(scope, searchDossiers, ({ body }, request) =>
    page(deps, sessionOf(request).actor, { ...body, after: body.after }),
  );
  addOperation(scope, listQueueChoices, async (_input, request) => {
    const reach = dossierScopeOf(sessionOf(request).actor);
    return reach.kind === 'none' ? refused('forbidden', 'role') : ok(await findChoices(deps.db, reach));
  });

  addOperation(scope, listSavedFilters, async (_input, request) => {
    const { actor } = sessionOf(request);
    return ok({ filters: await findSavedFilters(deps.db, actor.staffId) });
  });
  addOperation(scope, saveFilter, async ({ body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await keepFilter(deps, actor, body);
    return outcome.kind === 'kept'
      ? ok({ filters: outcome.filters })
      : refused('state-not-allowed', 'too-many');
  });
  addOperation(scope, deleteSavedFilter, async ({ params }, request) =>
    ok({ filters: await forgetFilter(deps, sessionOf(request).actor, params.id) }),
  );
}

async function page(
  deps: Deps,
  actor: Actor,
  asked: {
    readonly filter: QueueFilter;
    readonly search: string | undefined;
    readonly after: string | undefined;
  },
): Promise<Outcome<QueuePage>> {
  const scope = dossierScopeOf(actor);
  if (scope.kind === 'none') return refused('forbidden', 'role');
  const after = asked.after === undefined ? undefined : readMark(asked.after);
  if (asked.after !== undefined && after === undefined) return refused('malformed', 'after');
  const { filter, search } = asked;
  const days = queueDays(deps.clock.now());
  const [rows, counts] = await Promise.all([
    // One more than a page tells whether there is another.
    listQueueLines(deps.db, { scope, filter, days, after, search, limit: PAGE + 1 }),
    countDossiers(deps.db, scope),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const next = rows.length > PAGE && last !== undefined ? writeMark(last) : null;
  return ok({ dossiers: shown.map(presentDossierLine), next, counts });
}
