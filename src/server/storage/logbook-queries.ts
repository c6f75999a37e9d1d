import { sql } from 'kysely';
import * as z from 'zod';
import { Submission } from '../../contract/up/submission.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { DossierStatus } from '../../domain/dossier/status.ts';
import type { DbOrTrx } from './connection.ts';

/** A line of the logbook as the presenter needs it. */
export interface LogbookRow {
  readonly dossierId: string;
  readonly book: number;
  readonly number: number;
  readonly officialCode: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly subjectName: string;
  readonly answers: Submission['answers'];
  readonly competentCommune: string;
  readonly status: DossierStatus;
  readonly acceptedAt: Date;
  readonly dueAt: Date | null;
  readonly returnedAt: Date | null;
  /** The act of handing over, as it was sent. */
  readonly takenBy: string | null;
}

export interface LogbookChoice {
  readonly commune: string;
  /** Moments of acceptance: from the first, before the second. */
  readonly from: Date;
  readonly before: Date;
  readonly procedure?: string | undefined;
}

export interface BookPlace {
  readonly book: number;
  readonly number: number;
}

/** The lines that follow a place in the book, at most `limit`. */
export async function listLogbookRows(
  db: DbOrTrx,
  choice: LogbookChoice,
  after: BookPlace | undefined,
  limit: number,
): Promise<LogbookRow[]> {
  let query = db
    .selectFrom('logbook')
    .innerJoin('dossiers', 'dossiers.id', 'logbook.dossier_id')
    // Asked for each line by itself: joined as a table, every page would read all that was ever done.
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('dossier_actions')
          .select(['at', sql<string | null>`detail -> 'act' ->> 'takenBy'`.as('taken_by')])
          .whereRef('dossier_actions.dossier_id', '=', 'dossiers.id')
          .where('action', '=', 'returned')
          .limit(1)
          .as('returned'),
      (join) => join.onTrue(),
    )
    .select([
      'dossiers.id',
      'logbook.book',
      'logbook.number',
      'dossiers.official_code',
      'dossiers.procedure_id',
      'dossiers.procedure_version',
      'dossiers.subject_name',
      'dossiers.commune',
      'dossiers.competent_commune',
      'dossiers.status',
      'dossiers.accepted_at',
      'dossiers.due_at',
      sql<unknown>`dossiers.submission -> 'answers'`.as('answers'),
      'returned.at as returned_at',
      'returned.taken_by',
    ])
    .where('logbook.commune', '=', choice.commune)
    .where('logbook.book', '>=', yearOf(choice.from))
    .where('logbook.book', '<=', yearOf(choice.before))
    .where('dossiers.accepted_at', '>=', choice.from)
    .where('dossiers.accepted_at', '<', choice.before)
    .orderBy('logbook.book')
    .orderBy('logbook.number')
    .limit(limit);
  if (choice.procedure !== undefined) query = query.where('dossiers.procedure_id', '=', choice.procedure);
  if (after !== undefined)
    query = query.where((eb) =>
      eb(eb.refTuple('logbook.book', 'logbook.number'), '>', eb.tuple(after.book, after.number)),
    );
  return (await query.execute()).map((row) => ({
    dossierId: row.id,
    book: row.book,
    number: row.number,
    officialCode: row.official_code ?? '',
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    subjectName: row.subject_name,
    answers: Submission.shape.answers.parse(row.answers),
    competentCommune: row.competent_commune ?? row.commune,
    status: DossierStatus.parse(row.status),
    acceptedAt: Accepted.parse(row.accepted_at),
    dueAt: row.due_at,
    returnedAt: row.returned_at,
    takenBy: row.taken_by,
  }));
}

/** The book in which an acceptance of this moment stands. */
function yearOf(moment: Date): number {
  return Number(civilDate(moment.toISOString()).slice(0, 4));
}

const Accepted = z.date();
const BATCH = 500;

/** Every line in the order of the book, read as it is asked for: a book of any length never lies in memory. */
export async function* readLogbook(db: DbOrTrx, choice: LogbookChoice): AsyncGenerator<LogbookRow> {
  let after: BookPlace | undefined;
  while (true) {
    const rows = await listLogbookRows(db, choice, after, BATCH);
    yield* rows;
    after = rows.at(-1);
    if (rows.length < BATCH) return;
  }
}

/** Ids of the procedures that a commune's book has lines of. */
export async function listLogbookProcedures(db: DbOrTrx, commune: string): Promise<string[]> {
  const rows = await db
    .selectFrom('logbook')
    .innerJoin('dossiers', 'dossiers.id', 'logbook.dossier_id')
    .select('dossiers.procedure_id')
    .distinct()
    .where('logbook.commune', '=', commune)
    .execute();
  return rows.map((row) => row.procedure_id).sort();
}
