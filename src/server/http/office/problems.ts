import type { FastifyInstance } from 'fastify';
import {
  actOnProblem,
  getProblem,
  listProblems,
  type ProblemDetail,
} from '../../../contract/operations/problems.ts';
import { actOnProblem as actOnProblemCommand } from '../../commands/problem/act-on-problem.ts';
import type { Deps } from '../../deps.ts';
import { maySeeAccount } from '../../policies/account.ts';
import { maySeeDossier } from '../../policies/dossier.ts';
import { allowedProblemActions, maySeeProblem, problemScopeOf } from '../../policies/problem.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentProblem, presentProblemLine } from '../../presenters/problem.ts';
import { listAttachments } from '../../storage/attachment-queries.ts';
import {
  countProblems,
  findProblemSubject,
  listProblemActions,
  listProblems as listProblemRows,
} from '../../storage/problem-queries.ts';
import { findProblem } from '../../storage/problems.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { addOperation, type Outcome } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Problems from the field, for the office and for the departments that they were given to. */
export function addProblems(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listProblems, async ({ query }, request) => {
    const reach = problemScopeOf(sessionOf(request).actor);
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const now = deps.clock.now();
    const [rows, counts] = await Promise.all([
      listProblemRows(deps.db, { scope: reach, view: query.view, now }),
      countProblems(deps.db, reach, now),
    ]);
    return ok({ problems: rows.map((row) => presentProblemLine(row, now)), counts });
  });

  addOperation(scope, getProblem, ({ params }, request) => show(deps, sessionOf(request).actor, params.id));

  addOperation(scope, actOnProblem, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await actOnProblemCommand(deps, actor, { ...body, id: params.id });
    switch (outcome.kind) {
      case 'done':
        return show(deps, actor, params.id);
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
      case 'state-not-allowed':
        return refused(outcome.kind, outcome.reason);
      case 'conflict':
        return refused('conflict', outcome.detail);
      case 'department-unknown':
        return refused('malformed', 'department');
    }
  });
}

async function show(deps: Deps, actor: Actor, id: string): Promise<Outcome<ProblemDetail>> {
  const row = await findProblem(deps.db, id);
  if (row === undefined) return refused('not-found');
  const facts = { commune: row.commune, state: row.state, department: row.department?.id ?? null };
  const verdict = maySeeProblem(actor, facts);
  if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
  const [subject, files, steps, settings] = await Promise.all([
    row.about === null ? undefined : findProblemSubject(deps.db, row.about, row.commune),
    listAttachments(deps.db, id),
    listProblemActions(deps.db, [id]),
    getOfficeSettings(deps.db),
  ]);
  const mayOpen =
    subject === undefined
      ? undefined
      : subject.kind === 'dossier'
        ? maySeeDossier(actor, subject)
        : maySeeAccount(actor, subject);
  return ok(
    presentProblem({
      row,
      now: deps.clock.now(),
      subject,
      mayOpenSubject: mayOpen?.kind === 'allowed',
      files,
      steps,
      allowed: allowedProblemActions(actor, facts),
      isTimeConfirmed: settings.answerTimes.confirmed,
    }),
  );
}
