import type { Report } from '../../contract/up/report.ts';
import type { Trx } from './connection.ts';

/** Keeps a report as it came. */
export async function insertReport(
  trx: Trx,
  kept: {
    readonly report: Report;
    readonly staffId: string;
    readonly deviceId: string;
    readonly commune: string;
    readonly receivedAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('reports')
    .values({
      id: kept.report.id,
      kind: kept.report.kind,
      report: JSON.stringify(kept.report),
      staff_id: kept.staffId,
      device_id: kept.deviceId,
      commune: kept.commune,
      received_at: kept.receivedAt,
    })
    .execute();
}
