import type { Report } from '../../contract/up/report.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { insertReport } from '../storage/reports.ts';
import { findStaffById } from '../storage/staff.ts';
import { type ArrivedEnvelope, carrierOnRecord, keepEnvelope } from './keep-envelope.ts';
import { openProblem } from './problem/open-problem.ts';
import type { RecordOutcome } from './record-outcome.ts';
import { hearOfVisit } from './visit/hear-of-visit.ts';

/** All that follows from one report, in one transaction. */
export async function recordReport(
  deps: Deps,
  envelope: ArrivedEnvelope,
  report: Report,
): Promise<RecordOutcome> {
  const { signer, receivedAt } = envelope;
  const wrongUploads: string[] = [];
  const outcome = await inTransaction<RecordOutcome>(deps.db, async (trx) => {
    const kept = await keepEnvelope(deps, trx, envelope, {
      attachments: report.attachments,
      belongsTo: report.id,
    });
    if (kept.kind === 'attachment-taken')
      return { kind: 'refused', reason: 'id-conflict', detail: 'attachment' };
    if (kept.kind === 'already-there') return kept;
    wrongUploads.push(...kept.wrongUploads);
    const staff = await findStaffById(trx, signer.staffId);
    if (staff === undefined) throw new Error(`no staff ${signer.staffId}`);
    const { id: staffId, commune } = staff;
    const { deviceId } = signer;
    await insertReport(trx, { report, staffId, deviceId, commune, receivedAt });
    if (report.kind === 'problem') await openProblem(trx, { report, staffId, deviceId, commune, receivedAt });
    else await hearOfVisit(trx, { report, staffId, commune, receivedAt });
    await appendAudit(trx, {
      at: receivedAt,
      staffId,
      deviceId,
      action: 'report-received',
      subject: report.id,
      detail: {
        kind: report.kind,
        digest: envelope.digest,
        ...carrierOnRecord(envelope.carriedBy),
        attachments: report.attachments.length,
      },
    });
    return { kind: 'recorded' };
  });
  // No receipt covers them: the right bytes can come now.
  for (const upload of wrongUploads) await deps.attachments.discard(upload);
  return outcome;
}
