import { sql } from 'kysely';
import * as z from 'zod';
import type { ProblemView } from '../../contract/operations/problems.ts';
import { ProblemAction } from '../../domain/problem/life.ts';
import type { DossierScope } from '../policies/dossier.ts';
import type { DbOrTrx } from './connection.ts';
import { joinedProblems, toProblemRow } from './problems.ts';
import { findReplacement } from './replaced-submissions.ts';
import type { ProblemActionRow, ProblemRow, ProblemSubjectRow } from './rows.ts';

const MOST = 200;

/** The condition that leaves exactly the problems of a view. */
function isInView(view: ProblemView, now: Date) {
  switch (view) {
    case 'open':
      return sql<boolean>`problems.state in ('sent', 'routed')`;
    case 'late':
      return sql<boolean>`problems.state in ('sent', 'routed') and problems.due_at < ${now}`;
    case 'answered':
      return sql<boolean>`problems.state = 'answered'`;
    case 'closed':
      return sql<boolean>`problems.state = 'closed'`;
  }
}

/** The condition that leaves exactly the problems of the scope. */
function isInScope(scope: DossierScope) {
  switch (scope.kind) {
    case 'none':
      return sql<boolean>`false`;
    case 'all':
      return sql<boolean>`true`;
    case 'commune':
      return sql<boolean>`problems.commune = ${scope.commune}`;
    case 'department':
      return sql<boolean>`problems.commune = ${scope.commune} and problems.department_id = ${scope.department}`;
  }
}

/** What waits, the one due first at the top; what is over, the newest first. */
export async function listProblems(
  db: DbOrTrx,
  asked: { readonly scope: DossierScope; readonly view: ProblemView; readonly now: Date },
): Promise<ProblemRow[]> {
  const isOver = asked.view === 'answered' || asked.view === 'closed';
  const rows = await joinedProblems(db)
    .where(isInScope(asked.scope))
    .where(isInView(asked.view, asked.now))
    .orderBy(isOver ? 'problems.changed_at' : 'problems.due_at', isOver ? 'desc' : 'asc')
    .orderBy('problems.id')
    .limit(MOST)
    .execute();
  return rows.map(toProblemRow);
}

export async function countProblems(
  db: DbOrTrx,
  scope: DossierScope,
  now: Date,
): Promise<Record<ProblemView, number>> {
  const count = (view: ProblemView) => sql<string>`count(*) filter (where ${isInView(view, now)})`;
  const row = await db
    .selectFrom('problems')
    .select([
      count('open').as('open'),
      count('late').as('late'),
      count('answered').as('answered'),
      count('closed').as('closed'),
    ])
    .where(isInScope(scope))
    .executeTakeFirstOrThrow();
  return {
    open: Number(row.open),
    late: Number(row.late),
    answered: Number(row.answered),
    closed: Number(row.closed),
  };
}

/** Of one person: those that are not closed, and those closed since then; the newest change first. */
export async function listProblemsOf(db: DbOrTrx, staffId: string, since: Date): Promise<ProblemRow[]> {
  const rows = await joinedProblems(db)
    .where('problems.staff_id', '=', staffId)
    .where((eb) => eb.or([eb('problems.state', '!=', 'closed'), eb('problems.changed_at', '>=', since)]))
    .orderBy('problems.changed_at', 'desc')
    .orderBy('problems.id')
    .limit(MOST)
    .execute();
  return rows.map(toProblemRow);
}

const Action = z.enum([...ProblemAction.options, 'escalated']);

/** What was done about these problems, in order. */
export async function listProblemActions(
  db: DbOrTrx,
  problemIds: readonly string[],
): Promise<ProblemActionRow[]> {
  if (problemIds.length === 0) return [];
  const rows = await db
    .selectFrom('problem_actions')
    .leftJoin('staff', 'staff.id', 'problem_actions.staff_id')
    .leftJoin('departments', 'departments.id', 'problem_actions.department_id')
    .select([
      'problem_actions.id',
      'problem_actions.problem_id',
      'problem_actions.action',
      'problem_actions.at',
      'problem_actions.body',
      'staff.display_name',
      'departments.name',
    ])
    .where('problem_actions.problem_id', 'in', problemIds)
    .orderBy('problem_actions.at')
    .orderBy('problem_actions.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    problemId: row.problem_id,
    action: Action.parse(row.action),
    at: row.at,
    staffName: row.display_name,
    departmentName: row.name,
    text: row.body,
  }));
}

/** The dossier or account of the commune with this id, or the one that was mended of it; undefined while it is on its way. */
export async function findProblemSubject(
  db: DbOrTrx,
  about: string,
  commune: string,
): Promise<ProblemSubjectRow | undefined> {
  const id = (await findReplacement(db, about)) ?? about;
  const dossier = await db
    .selectFrom('dossiers')
    .select([
      'id',
      'commune',
      'held_by',
      'subject_name',
      'provisional_reference',
      'official_code',
      'procedure_id',
      'procedure_version',
    ])
    .where('id', '=', id)
    .where('commune', '=', commune)
    .executeTakeFirst();
  if (dossier !== undefined)
    return {
      id,
      kind: 'dossier',
      commune: dossier.commune,
      heldBy: dossier.held_by,
      subjectName: dossier.subject_name,
      reference: dossier.provisional_reference,
      officialCode: dossier.official_code,
      procedureId: dossier.procedure_id,
      procedureVersion: dossier.procedure_version,
    };
  const account = await db
    .selectFrom('accounts')
    .select(['id', 'commune', 'name', 'provisional_reference', 'procedure_id', 'procedure_version'])
    .where('id', '=', id)
    .where('commune', '=', commune)
    .executeTakeFirst();
  return (
    account && {
      id,
      kind: 'account',
      commune: account.commune,
      heldBy: null,
      subjectName: account.name,
      reference: account.provisional_reference,
      officialCode: null,
      procedureId: account.procedure_id,
      procedureVersion: account.procedure_version,
    }
  );
}
