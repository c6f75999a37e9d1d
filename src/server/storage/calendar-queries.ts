import { sql } from 'kysely';
import { foldText } from '../../domain/citizen/fold.ts';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { TaskOutcome } from '../../domain/task/life.ts';
import type { Scope } from '../policies/reach.ts';
import { contains } from './account-queries.ts';
import type { DbOrTrx } from './connection.ts';
import type { AppointmentRow, AwaitedSupplementRow, HouseholdRow, VisitWordRow } from './rows.ts';

/*
 * What stands beside planned visits: read from where it is kept, so that nothing is there twice.
 */

/** What was said of these visits, in the order of arrival. */
export async function listVisitWords(db: DbOrTrx, visitIds: readonly string[]): Promise<VisitWordRow[]> {
  if (visitIds.length === 0) return [];
  const words = await db
    .selectFrom('task_words')
    .innerJoin('staff', 'staff.id', 'task_words.staff_id')
    .selectAll('task_words')
    .select('staff.display_name')
    .where('task_words.task_id', 'in', visitIds)
    .orderBy('task_words.received_at')
    .orderBy('task_words.id')
    .execute();
  if (words.length === 0) return [];
  const attachments = await db
    .selectFrom('attachments')
    .select(['id', 'submission_id', 'document', 'media_type', 'size', 'state'])
    .where(
      'submission_id',
      'in',
      words.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  return words.map((word) => ({
    id: word.id,
    visitId: word.task_id,
    outcome: TaskOutcome.parse(word.outcome),
    note: word.note,
    staffName: word.display_name,
    at: word.at,
    receivedAt: word.received_at,
    attachments: attachments
      .filter((one) => one.submission_id === word.id)
      .map((one) => ({
        id: one.id,
        document: one.document,
        mediaType: one.media_type,
        size: one.size,
        state: one.state,
      })),
  }));
}

/** Requests that the citizen has not been released from, the oldest first, each with the planned visit that goes there. */
export async function listAwaitedSupplements(db: DbOrTrx, scope: Scope): Promise<AwaitedSupplementRow[]> {
  if (scope.kind === 'none') return [];
  let query = db
    .selectFrom('supplement_requests')
    .innerJoin('dossiers', 'dossiers.id', 'supplement_requests.dossier_id')
    .innerJoin('staff', 'staff.id', 'supplement_requests.assigned_to')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('tasks')
          .select(['tasks.id as visit_id', 'tasks.day as visit_day'])
          .where('tasks.status', '=', 'planned')
          .whereRef('tasks.commune', '=', 'dossiers.commune')
          .where(
            sql<boolean>`tasks.households @> jsonb_build_array(jsonb_build_object('dossierId', dossiers.id))`,
          )
          .orderBy('tasks.day')
          .limit(1)
          .as('visit'),
      (join) => join.onTrue(),
    )
    .select([
      'supplement_requests.id',
      'supplement_requests.requested_at',
      'supplement_requests.arrived_at',
      'dossiers.id as dossier_id',
      'dossiers.subject_name',
      'dossiers.village',
      'dossiers.procedure_id',
      'dossiers.procedure_version',
      'staff.display_name',
      'visit.visit_id',
      'visit.visit_day',
    ])
    .where('supplement_requests.ended_at', 'is', null)
    .orderBy('supplement_requests.requested_at')
    .limit(500);
  if (scope.kind === 'commune') query = query.where('dossiers.commune', '=', scope.commune);
  return (await query.execute()).map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    name: row.subject_name,
    village: row.village,
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    staffName: row.display_name,
    requestedAt: row.requested_at,
    arrivedAt: row.arrived_at,
    visit: row.visit_id === null || row.visit_day === null ? null : { id: row.visit_id, day: row.visit_day },
  }));
}

const APPOINTMENT = sql`submission -> 'answers' -> 'readiness.appointmentDate'`;
/** The day as text that can be compared; no day where only a part of it is known. */
const APPOINTMENT_DAY = sql<string>`(${APPOINTMENT} ->> 'year') || '-'
  || lpad(${APPOINTMENT} ->> 'month', 2, '0') || '-' || lpad(${APPOINTMENT} ->> 'day', 2, '0')`;

/** Of one staff member's own, or of the scope: accounts with an appointment from one day to another, both included, by day. */
export async function listAppointments(
  db: DbOrTrx,
  asked: {
    readonly of: Scope | { readonly kind: 'staff'; readonly staffId: string };
    readonly from: string;
    readonly to: string;
  },
): Promise<AppointmentRow[]> {
  const { of } = asked;
  if (of.kind === 'none') return [];
  let query = db
    .selectFrom('accounts')
    .select(['id', 'name', 'village'])
    .select(sql<unknown>`submission -> 'answers'`.as('answers'))
    .where('state', '!=', 'merged')
    .where(sql<string>`submission -> 'answers' ->> 'readiness.appointment'`, '=', 'yes')
    .where(sql<boolean>`${APPOINTMENT_DAY} between ${asked.from} and ${asked.to}`)
    .orderBy(APPOINTMENT_DAY)
    .orderBy('id')
    .limit(1000);
  if (of.kind === 'commune') query = query.where('commune', '=', of.commune);
  if (of.kind === 'staff') query = query.where('staff_id', '=', of.staffId);
  return (await query.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    village: row.village,
    answers: Answers.parse(row.answers),
  }));
}

/** More than one visit goes to, so that a village's households already chosen never hide the rest. */
const MOST = 80;

/** People of the scope by name or village, accounts before dossiers that belong to none; each once. */
export async function findHouseholds(db: DbOrTrx, scope: Scope, search: string): Promise<HouseholdRow[]> {
  if (scope.kind !== 'commune') return [];
  const name = contains(foldText(search));
  const village = contains(search);
  const accounts = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'village'])
    .where('commune', '=', scope.commune)
    .where('state', '!=', 'merged')
    .where((eb) => eb.or([eb('name_folded', 'like', name), eb('village', 'ilike', village)]))
    .orderBy('name')
    .limit(MOST)
    .execute();
  const dossiers = await db
    .selectFrom('dossiers')
    .leftJoin('accounts', 'accounts.id', 'dossiers.account_id')
    .select(['dossiers.id', 'dossiers.subject_name', 'dossiers.village', 'dossiers.procedure_id'])
    .where('dossiers.commune', '=', scope.commune)
    .where('accounts.id', 'is', null)
    .where((eb) =>
      eb.or([eb('dossiers.search_folded', 'like', name), eb('dossiers.village', 'ilike', village)]),
    )
    .orderBy('dossiers.received_at', 'desc')
    .limit(MOST)
    .execute();
  return [
    ...accounts.map((row) => ({
      name: row.name,
      village: row.village,
      accountId: row.id,
      dossierId: null,
      procedureId: null,
    })),
    ...dossiers.map((row) => ({
      name: row.subject_name,
      village: row.village,
      accountId: null,
      dossierId: row.id,
      procedureId: row.procedure_id,
    })),
  ];
}
