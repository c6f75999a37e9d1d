import type { VisitReport } from '../../../contract/up/report.ts';
import { afterOutcome } from '../../../domain/task/life.ts';
import type { Trx } from '../../storage/connection.ts';
import { insertVisitWord, lockVisit } from '../../storage/visits.ts';
import { tellVisitors } from './tell-visitors.ts';

/**
 * A word from the field on a visit, in the transaction that keeps its report. Colleagues who go along learn of it. A visit that
 * their commune does not know leaves the report alone: it is kept, and shown nowhere.
 */
export async function hearOfVisit(
  trx: Trx,
  heard: {
    readonly report: VisitReport;
    readonly staffId: string;
    readonly commune: string;
    readonly receivedAt: Date;
  },
): Promise<void> {
  const { report, staffId, receivedAt } = heard;
  const visit = await lockVisit(trx, report.taskId);
  if (visit?.commune !== heard.commune) return;
  await insertVisitWord(
    trx,
    {
      id: report.id,
      visitId: visit.id,
      outcome: report.outcome,
      note: report.note,
      staffId,
      at: new Date(report.at),
      receivedAt,
    },
    afterOutcome(visit.status, report.outcome),
  );
  await tellVisitors(trx, [...visit.staff.map(({ id }) => id), staffId]);
}
