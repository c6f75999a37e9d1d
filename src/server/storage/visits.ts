import * as z from 'zod';
import { VisitHousehold } from '../../contract/operations/field-work.ts';
import type { Plan } from '../../contract/operations/tasks.ts';
import { type TaskOutcome, TaskStatus } from '../../domain/task/life.ts';
import type { Scope } from '../policies/reach.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { VisitRow } from './rows.ts';

const Households = z.array(VisitHousehold);

/** False when the id is taken. */
export async function insertVisit(
  trx: Trx,
  visit: Plan & {
    readonly id: string;
    readonly commune: string;
    readonly plannedBy: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('tasks')
    .values({
      id: visit.id,
      commune: visit.commune,
      kind: 'visit',
      ...columnsOf(visit),
      status: 'planned',
      planned_by: visit.plannedBy,
      planned_at: visit.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  await sendStaff(trx, visit.id, visit.staffIds);
  return true;
}

/** Writes another plan over it; the caller holds its lock. */
export async function updateVisit(trx: Trx, id: string, plan: Plan): Promise<void> {
  await trx
    .updateTable('tasks')
    .set((eb) => ({ ...columnsOf(plan), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('task_staff').where('task_id', '=', id).execute();
  await sendStaff(trx, id, plan.staffIds);
}

export async function cancelVisit(trx: Trx, id: string, reason: string): Promise<void> {
  await trx
    .updateTable('tasks')
    .set((eb) => ({
      status: 'cancelled',
      cancelled_because: reason,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Keeps a word from the field, and where the visit stands after it; the caller holds its lock. */
export async function insertVisitWord(
  trx: Trx,
  word: {
    readonly id: string;
    readonly visitId: string;
    readonly outcome: TaskOutcome;
    readonly note: string;
    readonly staffId: string;
    readonly at: Date;
    readonly receivedAt: Date;
  },
  status: TaskStatus,
): Promise<void> {
  await trx
    .insertInto('task_words')
    .values({
      id: word.id,
      task_id: word.visitId,
      outcome: word.outcome,
      note: word.note,
      staff_id: word.staffId,
      at: word.at,
      received_at: word.receivedAt,
    })
    .execute();
  await trx
    .updateTable('tasks')
    .set((eb) => ({ status, revision: eb('revision', '+', 1) }))
    .where('id', '=', word.visitId)
    .execute();
}

/** Nobody else changes it until the transaction ends. */
export async function lockVisit(trx: Trx, id: string): Promise<VisitRow | undefined> {
  await trx.selectFrom('tasks').select('id').where('id', '=', id).forUpdate().execute();
  return findVisit(trx, id);
}

export async function findVisit(db: DbOrTrx, id: string): Promise<VisitRow | undefined> {
  const rows = await joined(db).where('tasks.id', '=', id).execute();
  return (await withStaff(db, rows))[0];
}

/** Within the scope from one day to another, both included, by day and village. */
export async function listVisits(
  db: DbOrTrx,
  asked: { readonly scope: Scope; readonly from: string; readonly to: string },
): Promise<VisitRow[]> {
  if (asked.scope.kind === 'none') return [];
  let query = joined(db)
    .where('tasks.day', '>=', asked.from)
    .where('tasks.day', '<=', asked.to)
    .orderBy('tasks.day')
    .orderBy('tasks.village')
    .orderBy('tasks.id')
    .limit(1000);
  if (asked.scope.kind === 'commune') query = query.where('tasks.commune', '=', asked.scope.commune);
  return withStaff(db, await query.execute());
}

/** More than anybody goes to; of so many the latest days, because old ones of which nobody said a word stay planned. */
const MOST_OF_ONE = 200;

/** Of one person: those still planned, and those of `since` or later whatever became of them; by day. */
export async function listVisitsOf(db: DbOrTrx, staffId: string, since: string): Promise<VisitRow[]> {
  const rows = await joined(db)
    .innerJoin('task_staff', 'task_staff.task_id', 'tasks.id')
    .where('task_staff.staff_id', '=', staffId)
    .where((eb) => eb.or([eb('tasks.status', '=', 'planned'), eb('tasks.day', '>=', since)]))
    .orderBy('tasks.day', 'desc')
    .orderBy('tasks.id', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  return withStaff(db, rows.reverse());
}

function columnsOf({ day, village, note, households }: Plan) {
  return { day, village, note, households: JSON.stringify(households) };
}

async function sendStaff(trx: Trx, visitId: string, staffIds: readonly string[]): Promise<void> {
  await trx
    .insertInto('task_staff')
    .values([...new Set(staffIds)].map((staffId) => ({ task_id: visitId, staff_id: staffId })))
    .execute();
}

function joined(db: DbOrTrx) {
  return db
    .selectFrom('tasks')
    .innerJoin('staff as planner', 'planner.id', 'tasks.planned_by')
    .selectAll('tasks')
    .select('planner.display_name as planner_name');
}

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

async function withStaff(db: DbOrTrx, rows: readonly Joined[]): Promise<VisitRow[]> {
  if (rows.length === 0) return [];
  const people = await db
    .selectFrom('task_staff')
    .innerJoin('staff', 'staff.id', 'task_staff.staff_id')
    .select(['task_staff.task_id', 'staff.id', 'staff.display_name'])
    .where(
      'task_staff.task_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('staff.display_name')
    .orderBy('staff.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    commune: row.commune,
    day: row.day,
    village: row.village,
    note: row.note,
    households: Households.parse(row.households),
    staff: people
      .filter((person) => person.task_id === row.id)
      .map((person) => ({ id: person.id, displayName: person.display_name })),
    status: TaskStatus.parse(row.status),
    cancelledBecause: row.cancelled_because,
    plannedByName: row.planner_name,
    revision: row.revision,
  }));
}
