import type { Visit } from '../../../../../contract/operations/field-work.ts';
import type { Report, VisitReport } from '../../../../../contract/up/report.ts';
import { afterOutcome } from '../../../../../domain/task/life.ts';

/** A visit as this tablet knows it: the office's word, and what its own staff reported since. */
export interface VisitHere {
  readonly visit: Visit;
  readonly status: Visit['status'];
}

export interface VisitDays {
  /** Days that have passed and of which nobody has said anything. */
  readonly left: readonly VisitHere[];
  readonly today: readonly VisitHere[];
  readonly coming: readonly VisitHere[];
  /** Reported or cancelled, the newest day first. */
  readonly over: readonly VisitHere[];
}

/** What this person reported of a visit here, the newest first. */
export function saidOf(visitId: string, reports: readonly Report[]): readonly VisitReport[] {
  return reports.filter(
    (report): report is VisitReport => report.kind === 'visit' && report.taskId === visitId,
  );
}

/** The visit with the words that were said on this tablet, which the office may not have heard yet. */
export function visitHere(visit: Visit, reports: readonly Report[]): VisitHere {
  const status = saidOf(visit.id, reports).reduceRight<Visit['status']>(
    (before, { outcome }) => afterOutcome(before, outcome),
    visit.status,
  );
  return { visit, status };
}

/** Visits by what they ask of the reader on the civil date `today`. */
export function sortVisits(visits: readonly Visit[], reports: readonly Report[], today: string): VisitDays {
  const here = visits
    .map((visit) => visitHere(visit, reports))
    .sort((a, b) => (a.visit.day < b.visit.day ? -1 : a.visit.day > b.visit.day ? 1 : 0));
  const planned = here.filter(({ status }) => status === 'planned');
  return {
    left: planned.filter(({ visit }) => visit.day < today),
    today: planned.filter(({ visit }) => visit.day === today),
    coming: planned.filter(({ visit }) => visit.day > today),
    over: here.filter(({ status }) => status !== 'planned').reverse(),
  };
}
