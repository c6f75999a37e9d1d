import type { Submission } from '../../contract/up/submission.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { applyEvent } from '../../domain/dossier/state.ts';
import { changesOf } from '../../domain/dossier/supplement.ts';
import { attachmentsIn } from '../../domain/procedure/contract/attachments.ts';
import { evaluate } from '../../domain/procedure/run.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { lockDossier } from '../storage/dossier-life.ts';
import { findDossier } from '../storage/dossier-queries.ts';
import { endDraftBackups } from '../storage/draft-backups.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import { findArrived, insertReplaced, isReplaced, lockSubmissions } from '../storage/replaced-submissions.ts';
import type { DossierRow } from '../storage/rows.ts';
import { findStaffById } from '../storage/staff.ts';
import {
  findSupplementRequest,
  insertSupplement,
  type SupplementRequestRow,
} from '../storage/supplements.ts';
import { tellOfDossier } from './dossier/tell-of-dossier.ts';
import { judgeSubmission } from './judge-submission.ts';
import { type ArrivedEnvelope, carrierOnRecord, keepEnvelope } from './keep-envelope.ts';
import type { RecordOutcome } from './record-outcome.ts';

/** A submission that answers a supplement request. */
export type Supplement = Submission & { readonly supplements: NonNullable<Submission['supplements']> };

const refused = (reason: (RecordOutcome & { kind: 'refused' })['reason'], detail?: string) =>
  ({ kind: 'refused', reason, ...(detail !== undefined && { detail }) }) as const;

/**
 * Judges a supplement beside what the office has, and adds it to its dossier, all in one transaction: of two that answer the same
 * request the first is taken. `@idempotent with the submission's id`
 */
export async function recordSupplement(
  deps: Deps,
  envelope: ArrivedEnvelope,
  supplement: Supplement,
): Promise<RecordOutcome> {
  const { id, supplements, replaces = [] } = supplement;
  const wrongUploads: string[] = [];
  const outcome = await inTransaction<RecordOutcome>(deps.db, async (trx) => {
    await lockSubmissions(trx, [id, ...replaces]);
    if (await isReplaced(trx, id)) return refused('replaced');
    if ((await findArrived(trx, replaces, id)).length > 0) return refused('already-received');
    await lockDossier(trx, supplements.dossierId);
    const found = await findOpenRequest(trx, supplement, envelope);
    if ('kind' in found) return found;
    const { dossier, request } = found;
    const definition = await deps.procedures.find(trx, dossier.procedureId, dossier.procedureVersion);
    const judgement = judgeSubmission(supplement, definition, envelope.receivedAt, dossier.submission);
    if (judgement.kind === 'refused' || definition === undefined)
      return judgement.kind === 'refused' ? judgement : refused('procedure-unknown');
    const kept = await keepEnvelope(deps, trx, envelope, {
      attachments: supplement.attachments,
      belongsTo: dossier.id,
    });
    if (kept.kind === 'attachment-taken') return refused('id-conflict', 'attachment');
    if (kept.kind === 'already-there') return kept;
    wrongUploads.push(...kept.wrongUploads);
    const before = evaluate(definition, dossier.submission.answers, {
      today: civilDate(dossier.submission.finishedAt),
    });
    const changes = changesOf(before, judgement.evaluation, request.items);
    await insertSupplement(trx, {
      submission: supplement,
      requestId: request.id,
      dossierId: dossier.id,
      merged: merge(dossier.submission, supplement),
      caseId: judgement.caseId,
      subject: judgement.subject,
      changes,
      staffId: envelope.signer.staffId,
      deviceId: envelope.signer.deviceId,
      receivedAt: envelope.receivedAt,
    });
    await insertReplaced(trx, replaces, id);
    await endDraftBackups(trx, id, envelope.receivedAt);
    for (const staffId of new Set([dossier.staffId, request.assignedTo, envelope.signer.staffId]))
      await appendChange(trx, staffId, { kind: 'work', staffId });
    // Who brings something for a colleague's dossier has heard nothing of it yet, and hears of what follows from now on.
    if (envelope.signer.staffId !== dossier.staffId)
      await tellOfDossier(trx, [envelope.signer.staffId], dossier, dossier.state);
    await appendAudit(trx, {
      at: envelope.receivedAt,
      staffId: envelope.signer.staffId,
      deviceId: envelope.signer.deviceId,
      action: 'supplement-received',
      subject: dossier.id,
      detail: {
        submissionId: id,
        requestId: request.id,
        digest: envelope.digest,
        ...carrierOnRecord(envelope.carriedBy),
        ...(replaces.length > 0 && { replaces }),
        changed: changes.map((change) => change.id),
        attachments: supplement.attachments.length,
      },
    });
    return { kind: 'recorded' };
  });
  // No receipt covers them: the right bytes can come now.
  for (const upload of wrongUploads) await deps.attachments.discard(upload);
  return outcome;
}

/** The request that this one answers, where the office still waits for it; whoever brings it is of the dossier's commune. */
async function findOpenRequest(
  trx: Trx,
  { id, supplements, procedure }: Supplement,
  { signer, receivedAt }: ArrivedEnvelope,
): Promise<{ readonly dossier: DossierRow; readonly request: SupplementRequestRow } | RecordOutcome> {
  const [dossier, request, staff] = [
    await findDossier(trx, supplements.dossierId),
    await findSupplementRequest(trx, supplements.requestId),
    await findStaffById(trx, signer.staffId),
  ];
  if (dossier === undefined || request?.dossierId !== dossier.id || staff?.commune !== dossier.commune)
    return refused('request-unknown');
  const supplemented = { kind: 'supplemented', at: receivedAt.toISOString() } as const;
  if (request.arrivedSubmission === id) return { kind: 'already-there' };
  if (request.arrivedSubmission !== null) return refused('request-answered');
  if (request.endedAt !== null || applyEvent(dossier.state, supplemented) === undefined)
    return refused('request-over');
  if (procedure.id !== dossier.procedureId || procedure.version !== dossier.procedureVersion)
    return refused('message-invalid', 'procedure');
  return { dossier, request };
}

/** The dossier's submission as it is from now on: its own facts, with the answers, consents and attachments of today. */
function merge(filed: Submission, supplement: Supplement): Submission {
  const named = new Set(Object.values(supplement.answers).flatMap(attachmentsIn));
  return {
    ...filed,
    answers: supplement.answers,
    attachments: [...filed.attachments, ...supplement.attachments].filter((one) => named.has(one.id)),
    consents: [...filed.consents, ...supplement.consents],
  };
}
