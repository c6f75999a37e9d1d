import type { FastifyInstance } from 'fastify';
import {
  cancelVisit,
  changeVisit,
  findHouseholds,
  getCalendar,
  getVisit,
  type PlannedVisit,
  planVisit,
} from '../../../contract/operations/tasks.ts';
import { cancelVisit as cancelVisitCommand } from '../../commands/visit/cancel-visit.ts';
import {
  changeVisit as changeVisitCommand,
  planVisit as planVisitCommand,
  type VisitOutcome,
} from '../../commands/visit/plan-visit.ts';
import type { Deps } from '../../deps.ts';
import { type Actor, scopeOf } from '../../policies/reach.ts';
import { mayActOnVisit, mayPlanVisits, maySeeVisit } from '../../policies/visit.ts';
import { presentAppointment, presentAwaitedSupplement, presentVisit } from '../../presenters/visit.ts';
import {
  findHouseholds as findHouseholdRows,
  listAppointments,
  listAwaitedSupplements,
  listVisitWords,
} from '../../storage/calendar-queries.ts';
import type { VisitRow } from '../../storage/rows.ts';
import { findVisit, listVisits } from '../../storage/visits.ts';
import { addOperation, type Outcome } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Where the field goes: planned visits, and what follows from dossiers and accounts beside them. */
export function addVisits(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, getCalendar, async ({ query: { from, to } }, request) => {
    const { actor } = sessionOf(request);
    const reach = scopeOf(actor, 'see-visits');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const [rows, supplements, appointments] = await Promise.all([
      listVisits(deps.db, { scope: reach, from, to }),
      listAwaitedSupplements(deps.db, reach),
      listAppointments(deps.db, { of: reach, from, to }),
    ]);
    const words = await listVisitWords(
      deps.db,
      rows.map(({ id }) => id),
    );
    return ok({
      visits: rows.map((row) => presentVisit(row, words, mayChange(actor, row))),
      supplements: supplements.map(presentAwaitedSupplement),
      appointments: appointments.flatMap((row) => presentAppointment(row, { from, to }) ?? []),
      mayPlan: mayPlanVisits(actor).kind === 'allowed',
    });
  });

  addOperation(scope, getVisit, async ({ params }, request) => {
    const { actor } = sessionOf(request);
    const row = await findVisit(deps.db, params.id);
    if (row === undefined) return refused('not-found');
    const verdict = maySeeVisit(actor, row);
    return verdict.kind === 'allowed' ? show(deps, actor, row) : refused('forbidden', verdict.reason);
  });

  addOperation(scope, planVisit, async ({ body }, request) => {
    const { actor } = sessionOf(request);
    return answer(deps, actor, await planVisitCommand(deps, actor, body));
  });

  addOperation(scope, changeVisit, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    return answer(deps, actor, await changeVisitCommand(deps, actor, { ...body, id: params.id }));
  });

  addOperation(scope, cancelVisit, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    return answer(deps, actor, await cancelVisitCommand(deps, actor, { ...body, id: params.id }));
  });

  addOperation(scope, findHouseholds, async ({ query }, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-visits');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    return ok({ households: await findHouseholdRows(deps.db, reach, query.search) });
  });
}

async function answer(deps: Deps, actor: Actor, outcome: VisitOutcome): Promise<Outcome<PlannedVisit>> {
  switch (outcome.kind) {
    case 'done':
      return show(deps, actor, outcome.visit);
    case 'not-found':
      return refused('not-found');
    case 'forbidden':
    case 'state-not-allowed':
      return refused(outcome.kind, outcome.reason);
    case 'conflict':
      return refused('conflict', outcome.detail);
  }
}

async function show(deps: Deps, actor: Actor, row: VisitRow): Promise<Outcome<PlannedVisit>> {
  return ok(presentVisit(row, await listVisitWords(deps.db, [row.id]), mayChange(actor, row)));
}

function mayChange(actor: Actor, row: VisitRow): boolean {
  return mayActOnVisit(actor, 'change', row).kind === 'allowed';
}
