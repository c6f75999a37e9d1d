import type { ProblemReport } from '../../../contract/up/report.ts';
import { answerDueAt } from '../../../domain/problem/answer-time.ts';
import type { Trx } from '../../storage/connection.ts';
import { insertProblem } from '../../storage/problems.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { tellVisitors } from '../visit/tell-visitors.ts';

/** A problem from the field, in the transaction that keeps its report: its time runs from receipt, by the server's clock (I7). */
export async function openProblem(
  trx: Trx,
  heard: {
    readonly report: ProblemReport;
    readonly staffId: string;
    readonly deviceId: string;
    readonly commune: string;
    readonly receivedAt: Date;
  },
): Promise<void> {
  const { report, staffId, deviceId, commune, receivedAt } = heard;
  const settings = await getOfficeSettings(trx);
  const dueAt = answerDueAt({
    since: receivedAt.toISOString(),
    priority: 'ordinary',
    times: settings.answerTimes,
    calendar: settings,
  });
  await insertProblem(trx, {
    id: report.id,
    commune,
    about: report.about,
    text: report.text,
    staffId,
    deviceId,
    at: new Date(report.at),
    receivedAt,
    dueAt: new Date(dueAt),
  });
  await tellVisitors(trx, [staffId]);
}
