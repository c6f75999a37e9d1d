import type { ProblemAct } from '../../contract/operations/problems.ts';
import { ProblemPriority, ProblemState } from '../../domain/problem/life.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { ProblemRow } from './rows.ts';

/** Keeps a problem that came from the field; nobody has it yet. */
export async function insertProblem(
  trx: Trx,
  problem: {
    readonly id: string;
    readonly commune: string;
    readonly about: string | null;
    readonly text: string;
    readonly staffId: string;
    readonly deviceId: string;
    readonly at: Date;
    readonly receivedAt: Date;
    readonly dueAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('problems')
    .values({
      id: problem.id,
      commune: problem.commune,
      about: problem.about,
      body: problem.text,
      state: 'sent',
      priority: 'ordinary',
      staff_id: problem.staffId,
      device_id: problem.deviceId,
      at: problem.at,
      received_at: problem.receivedAt,
      waits_since: problem.receivedAt,
      due_at: problem.dueAt,
      changed_at: problem.receivedAt,
    })
    .execute();
}

/** What an act makes of a problem; what stays as it was is left out. */
export interface ProblemChange {
  readonly state?: ProblemState;
  readonly priority?: ProblemPriority;
  readonly departmentId?: string;
  readonly assignee?: string | null;
  readonly waitsSince?: Date;
  readonly dueAt?: Date;
  readonly escalatedAt?: Date | null;
}

/** Writes what it is now; the caller holds its lock. */
export async function updateProblem(trx: Trx, id: string, change: ProblemChange, at: Date): Promise<void> {
  const { state, priority, departmentId, assignee, waitsSince, dueAt, escalatedAt } = change;
  await trx
    .updateTable('problems')
    .set((eb) => ({
      ...(state !== undefined && { state }),
      ...(priority !== undefined && { priority }),
      ...(departmentId !== undefined && { department_id: departmentId }),
      ...(assignee !== undefined && { assignee }),
      ...(waitsSince !== undefined && { waits_since: waitsSince }),
      ...(dueAt !== undefined && { due_at: dueAt }),
      ...(escalatedAt !== undefined && { escalated_at: escalatedAt }),
      changed_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Remembers that who leads the office was told; nobody's work on it is crossed by this. The caller holds its lock. */
export async function markEscalated(trx: Trx, id: string, at: Date): Promise<void> {
  await trx.updateTable('problems').set({ escalated_at: at }).where('id', '=', id).execute();
}

/** Adds a step to its history. */
export async function insertProblemAction(
  trx: Trx,
  step: {
    readonly id: string;
    readonly problemId: string;
    readonly action: ProblemAct['kind'] | 'escalated';
    readonly at: Date;
    readonly staffId: string | null;
    readonly departmentId: string | null;
    readonly text: string;
    readonly act: unknown;
  },
): Promise<void> {
  await trx
    .insertInto('problem_actions')
    .values({
      id: step.id,
      problem_id: step.problemId,
      action: step.action,
      at: step.at,
      staff_id: step.staffId,
      department_id: step.departmentId,
      body: step.text,
      act: JSON.stringify(step.act),
    })
    .execute();
}

/** The step that a command id already led to, on whatever problem. */
export async function findProblemActionOfCommand(
  trx: Trx,
  commandId: string,
): Promise<
  { readonly problemId: string; readonly staffId: string | null; readonly act: unknown } | undefined
> {
  const row = await trx
    .selectFrom('problem_actions')
    .select(['problem_id', 'staff_id', 'act'])
    .where('id', '=', commandId)
    .executeTakeFirst();
  return row && { problemId: row.problem_id, staffId: row.staff_id, act: row.act };
}

/** Nobody else changes it until the transaction ends. */
export async function lockProblem(trx: Trx, id: string): Promise<ProblemRow | undefined> {
  await trx.selectFrom('problems').select('id').where('id', '=', id).forUpdate().execute();
  return findProblem(trx, id);
}

export async function findProblem(db: DbOrTrx, id: string): Promise<ProblemRow | undefined> {
  const row = await joinedProblems(db).where('problems.id', '=', id).executeTakeFirst();
  return row && toProblemRow(row);
}

/** Those whose time is over and of which nobody was told, the oldest first. */
export async function listOverdueProblems(db: DbOrTrx, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('problems')
    .select('id')
    .where('state', 'in', ['sent', 'routed'])
    .where('escalated_at', 'is', null)
    .where('due_at', '<', now)
    .orderBy('due_at')
    .execute();
  return rows.map(({ id }) => id);
}

export function joinedProblems(db: DbOrTrx) {
  return db
    .selectFrom('problems')
    .innerJoin('staff as reporter', 'reporter.id', 'problems.staff_id')
    .innerJoin('devices', 'devices.id', 'problems.device_id')
    .leftJoin('staff as taker', 'taker.id', 'problems.assignee')
    .leftJoin('departments', 'departments.id', 'problems.department_id')
    .selectAll('problems')
    .select([
      'reporter.display_name as reporter_name',
      'devices.name as device_name',
      'taker.display_name as taker_name',
      'departments.name as department_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('attachments')
        .whereRef('attachments.submission_id', '=', 'problems.id')
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('attachments'),
    );
}

type Joined = Awaited<ReturnType<ReturnType<typeof joinedProblems>['execute']>>[number];

export function toProblemRow(row: Joined): ProblemRow {
  return {
    id: row.id,
    commune: row.commune,
    about: row.about,
    text: row.body,
    state: ProblemState.parse(row.state),
    priority: ProblemPriority.parse(row.priority),
    department:
      row.department_id === null ? null : { id: row.department_id, name: row.department_name ?? '' },
    assigneeName: row.taker_name,
    staffId: row.staff_id,
    staffName: row.reporter_name,
    deviceName: row.device_name,
    at: row.at,
    receivedAt: row.received_at,
    waitsSince: row.waits_since,
    dueAt: row.due_at,
    escalatedAt: row.escalated_at,
    attachments: Number(row.attachments ?? 0),
    revision: row.revision,
  };
}
