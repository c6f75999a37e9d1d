import { sealWork, stateOfWork } from '../../contract/field-work/sealed-work.ts';
import { importPublicKey } from '../../contract/keys.ts';
import type { FieldWork } from '../../contract/operations/field-work.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import type { Deps } from '../deps.ts';
import { presentSupplementWork } from '../presenters/field-work.ts';
import { presentProblemWork } from '../presenters/problem.ts';
import { presentAppointmentWork, presentVisitWork } from '../presenters/visit.ts';
import { listAppointments } from '../storage/calendar-queries.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { listProblemActions, listProblemsOf } from '../storage/problem-queries.ts';
import type { StaffRow } from '../storage/rows.ts';
import { listSupplementWork } from '../storage/supplement-queries.ts';
import { listVisitsOf } from '../storage/visits.ts';
import { type DraftAsker, findDraftAsker } from './draft-asker.ts';

export type FetchWorkOutcome =
  | { readonly kind: 'fetched'; readonly state: string; readonly sealed: Uint8Array<ArrayBuffer> }
  /** The tablet has it all. */
  | { readonly kind: 'unchanged'; readonly state: string }
  | { readonly kind: 'unauthorized' | 'malformed' };

interface Request extends DraftAsker {
  readonly workKey: string;
  readonly known: string | null;
}

/**
 * A staff member's work, for a tablet on which they have unlocked, sealed to the key that it made for this. Whose answers left the
 * office is on record.
 */
export async function fetchWork(deps: Deps, request: Request): Promise<FetchWorkOutcome> {
  const staff = await findDraftAsker(deps, request, { action: 'work', about: [request.workKey] });
  if (staff === undefined) return { kind: 'unauthorized' };
  const key = await importPublicKey(request.workKey, 'sealing');
  if (key === undefined) return { kind: 'malformed' };
  const work = await collectWork(deps, staff);
  const state = await stateOfWork(work);
  if (state === request.known) return { kind: 'unchanged', state };
  const sealed = await sealWork(work, { staffId: staff.id, key });
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      staffId: staff.id,
      deviceId: request.deviceId,
      action: 'work-fetched',
      subject: staff.id,
      detail: { state, dossiers: work.supplements.map(({ dossierId }) => dossierId) },
    }),
  );
  return { kind: 'fetched', state, sealed };
}

/** How long a tablet is told of what is over. */
const REMEMBERED_DAYS = 30;
/** Later than any. */
const LAST_DAY = '9999-12-31';

async function collectWork(deps: Deps, staff: StaffRow): Promise<FieldWork> {
  const now = deps.clock.now();
  const since = new Date(now.getTime() - REMEMBERED_DAYS * 86_400_000);
  const today = civilDate(now.toISOString());
  const [supplements, visits, problems, appointments] = await Promise.all([
    listSupplementWork(deps.db, staff.id),
    listVisitsOf(deps.db, staff.id, civilDate(since.toISOString())),
    listProblemsOf(deps.db, staff.id, since),
    listAppointments(deps.db, {
      of: { kind: 'staff', staffId: staff.id },
      from: today,
      to: LAST_DAY,
    }),
  ]);
  const steps = await listProblemActions(
    deps.db,
    problems.map(({ id }) => id),
  );
  return {
    visits: visits.map((row) => presentVisitWork(row, staff.id)),
    supplements: supplements.map(presentSupplementWork),
    appointments: presentAppointmentWork(appointments, today),
    problems: problems.map((row) => presentProblemWork(row, steps)),
  };
}
