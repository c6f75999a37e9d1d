import type { AppointmentWork, Visit } from '../../contract/operations/field-work.ts';
import type { AwaitedSupplement, PlannedVisit, PoliceAppointment } from '../../contract/operations/tasks.ts';
import { findPoliceVisit } from '../../domain/account/readiness.ts';
import { formatIsoPartial } from '../../domain/citizen/partial-date.ts';
import type { AppointmentRow, AwaitedSupplementRow, VisitRow, VisitWordRow } from '../storage/rows.ts';

/** A planned visit for the office; `words` may hold those of others. */
export function presentVisit(
  row: VisitRow,
  words: readonly VisitWordRow[],
  mayChange: boolean,
): PlannedVisit {
  return {
    kind: 'visit',
    id: row.id,
    day: row.day,
    village: row.village,
    note: row.note,
    households: row.households,
    staff: row.staff.map(({ id, displayName }) => ({ id, displayName })),
    status: row.status,
    revision: row.revision,
    plannedByName: row.plannedByName,
    cancelledBecause: row.cancelledBecause,
    words: words
      .filter((word) => word.visitId === row.id)
      .map((word) => ({
        id: word.id,
        outcome: word.outcome,
        note: word.note,
        byName: word.staffName,
        at: word.at.toISOString(),
        receivedAt: word.receivedAt.toISOString(),
        attachments: word.attachments.map(({ id, mediaType, state }) => ({
          id,
          mediaType,
          isStored: state === 'stored',
        })),
      })),
    mayChange,
  };
}

/** The same visit for the tablet of one of those who go. */
export function presentVisitWork(row: VisitRow, staffId: string): Visit {
  return {
    id: row.id,
    day: row.day,
    village: row.village,
    households: row.households,
    note: row.note,
    colleagues: row.staff.filter(({ id }) => id !== staffId).map(({ displayName }) => displayName),
    status: row.status,
  };
}

export function presentAwaitedSupplement(row: AwaitedSupplementRow): AwaitedSupplement {
  return {
    kind: 'supplement',
    id: row.id,
    dossierId: row.dossierId,
    name: row.name,
    village: row.village,
    procedureId: row.procedureId,
    procedureVersion: row.procedureVersion,
    staffName: row.staffName,
    requestedAt: row.requestedAt.toISOString(),
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    visit: row.visit,
  };
}

/** The appointment of an account's answers; undefined where its day is not known, or is not between these two. */
export function presentAppointment(
  row: AppointmentRow,
  between: { readonly from: string; readonly to: string },
): PoliceAppointment | undefined {
  const visit = findPoliceVisit(row.answers);
  if (visit?.kind !== 'appointment' || visit.date?.day === undefined) return undefined;
  const day = formatIsoPartial(visit.date);
  if (day < between.from || day > between.to) return undefined;
  return {
    kind: 'appointment',
    id: row.id,
    day,
    name: row.name,
    village: row.village,
    place: visit.place ?? null,
    needsTransport: visit.needsTransport,
  };
}

/** The appointments of these accounts from a day on, for the tablet of whoever helped them; by day. */
export function presentAppointmentWork(rows: readonly AppointmentRow[], from: string): AppointmentWork[] {
  return rows
    .flatMap((row) => presentAppointment(row, { from, to: '9999-12-31' }) ?? [])
    .map(({ kind: _kind, id, ...appointment }) => ({ accountId: id, ...appointment }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
