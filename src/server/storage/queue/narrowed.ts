import { type SelectQueryBuilder, sql } from 'kysely';
import type { QueueFilter } from '../../../contract/operations/queue.ts';
import { DossierStatus, statusFacts } from '../../../domain/dossier/status.ts';
import type { DossierScope } from '../../policies/dossier.ts';
import type { Database } from '../database.ts';
import { inScope } from '../dossier-queries.ts';

/** Civil midnights in Việt Nam that "late", "today" and "this week" are told by. */
export interface QueueDays {
  readonly today: Date;
  readonly tomorrow: Date;
  readonly nextMonday: Date;
}

/** A place in the order of a queue. */
export interface QueueMark {
  readonly receivedAt: Date;
  readonly id: string;
}

/** Which dossiers of the scope a queue shows. */
export interface QueueAsked {
  readonly scope: DossierScope;
  readonly filter: QueueFilter;
  readonly days: QueueDays;
  /** Last line of the page before. */
  readonly after: QueueMark | undefined;
}

/** Worked on, or to be looked at because the citizen has sent what was asked: whoever holds it must move. */
const onTheDesk = sql<boolean>`(dossiers.status = 'in-progress'
  or dossiers.status = 'supplement-requested' and dossiers.supplement = 'sent')`;
/** Who must move next. */
const WAITING = {
  'one-stop': sql<boolean>`(dossiers.status in ('registered', 'accepted', 'done')
    or ${onTheDesk} and dossiers.held_by is null)`,
  department: sql<boolean>`${onTheDesk} and dossiers.held_by is not null`,
  citizen: sql<boolean>`dossiers.status in ('supplement-requested', 'payment-requested')
    and dossiers.supplement is distinct from 'sent'`,
} as const;
/** Only where time runs is a date of result near or past. Written out, as the partial index is. */
const RUNNING = DossierStatus.options.filter((status) => statusFacts[status].clockRuns);
const timeRuns = sql<boolean>`dossiers.status in (${sql.join(RUNNING.map((status) => sql.lit(status)))})`;

type Dossiers<Columns> = SelectQueryBuilder<Database, 'dossiers', Columns>;

/** The rows of `dossiers` that the filter leaves, newest first. */
export function narrowed<Columns>(from: Dossiers<Columns>, asked: QueueAsked): Dossiers<Columns> {
  const { scope, filter, days, after } = asked;
  let query = from.orderBy('dossiers.received_at', 'desc').orderBy('dossiers.id', 'desc');
  query = query.where(inScope(scope));
  if (filter.status !== undefined) query = query.where('dossiers.status', '=', filter.status);
  if (filter.procedure !== undefined) query = query.where('dossiers.procedure_id', '=', filter.procedure);
  if (filter.village !== undefined) query = query.where('dossiers.village', '=', filter.village);
  if (filter.tablet !== undefined) query = query.where('dossiers.device_id', '=', filter.tablet);
  if (filter.waiting !== undefined) query = query.where(WAITING[filter.waiting]);
  if (filter.due !== undefined) {
    query = query.where(timeRuns);
    query = query.where(
      'dossiers.due_at',
      '<',
      filter.due === 'week' ? days.nextMonday : dayAfter(filter.due, days),
    );
    if (filter.due !== 'late') query = query.where('dossiers.due_at', '>=', days.today);
  }
  if (after !== undefined)
    query = query.where((eb) =>
      eb(eb.refTuple('dossiers.received_at', 'dossiers.id'), '<', eb.tuple(after.receivedAt, after.id)),
    );
  return query;
}

function dayAfter(due: 'late' | 'today', days: QueueDays): Date {
  return due === 'late' ? days.today : days.tomorrow;
}
