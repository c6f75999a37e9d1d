import type { Submission } from '../../contract/up/submission.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { endDraftBackups } from '../storage/draft-backups.ts';
import { appendAudit, appendChange, type ChangeBody } from '../storage/journal.ts';
import {
  findArrived,
  findReplacement,
  insertReplaced,
  isReplaced,
  lockSubmissions,
} from '../storage/replaced-submissions.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { findStaffById } from '../storage/staff.ts';
import { insertAccount, insertDossier, moveToMendedAccount } from '../storage/submissions.ts';
import { codeExpiry } from './code-expiry.ts';
import type { Judgement } from './judge-submission.ts';
import { type ArrivedEnvelope, carrierOnRecord, keepEnvelope } from './keep-envelope.ts';
import type { RecordOutcome } from './record-outcome.ts';

/** All that follows from one good envelope, in one transaction: it is there whole, or not at all. */
export async function recordSubmission(
  deps: Deps,
  envelope: ArrivedEnvelope,
  submission: Submission,
  judgement: Judgement & { kind: 'acceptable' },
): Promise<RecordOutcome> {
  const { id, receivedAt, signer } = envelope;
  const wrongUploads: string[] = [];
  const { replaces = [], accountId } = submission;
  const outcome = await inTransaction<RecordOutcome>(deps.db, async (trx) => {
    // Of a refused submission and the one that mends it exactly one is taken in, whichever comes first (I3).
    // And a dossier sees what became of the account that it names.
    await lockSubmissions(trx, [id, ...replaces, ...(accountId === undefined ? [] : [accountId])]);
    if (await isReplaced(trx, id)) return { kind: 'refused', reason: 'replaced' };
    if ((await findArrived(trx, replaces, id)).length > 0)
      return { kind: 'refused', reason: 'already-received' };
    const kept = await keepEnvelope(deps, trx, envelope, {
      attachments: submission.attachments,
      belongsTo: id,
    });
    if (kept.kind === 'attachment-taken')
      return { kind: 'refused', reason: 'id-conflict', detail: 'attachment' };
    if (kept.kind === 'already-there') return kept;
    wrongUploads.push(...kept.wrongUploads);
    const staff = await findStaffById(trx, signer.staffId);
    if (staff === undefined) throw new Error(`no staff ${signer.staffId}`);
    const record = {
      submission,
      subject: judgement.subject,
      staffId: staff.id,
      // Where the dossier is seen follows from the server's own record, never from what a tablet says.
      commune: staff.commune,
      receivedAt,
    };
    if (submission.activationCodeHash !== undefined && submission.kind === 'account') {
      const { activation } = await getOfficeSettings(trx);
      await insertAccount(trx, {
        ...record,
        activationCodeHash: submission.activationCodeHash,
        codeExpiresAt: codeExpiry(receivedAt, activation.days),
      });
      await moveToMendedAccount(trx, replaces, { id, commune: staff.commune });
    } else {
      await insertDossier(trx, {
        ...record,
        caseId: judgement.caseId,
        accountId: await accountOf(trx, accountId),
        actionId: deps.random.id(),
      });
    }
    await insertReplaced(trx, replaces, id);
    await endDraftBackups(trx, id, receivedAt);
    await appendChange(trx, staff.id, changeFor(submission, receivedAt));
    await appendAudit(trx, {
      at: receivedAt,
      staffId: staff.id,
      deviceId: submission.assistedBy.deviceId,
      action: 'envelope-received',
      subject: id,
      detail: {
        kind: submission.kind,
        digest: envelope.digest,
        ...carrierOnRecord(envelope.carriedBy),
        ...(replaces.length > 0 && { replaces }),
        attachments: submission.attachments.length,
        consents: submission.consents.map(({ purpose, granted, textHash }) => ({
          purpose,
          granted,
          textHash,
        })),
      },
    });
    return { kind: 'recorded' };
  });
  // No receipt covers them: the right bytes can come now.
  for (const upload of wrongUploads) await deps.attachments.discard(upload);
  return outcome;
}

/** The account that a dossier names, or the one that was mended of it. */
async function accountOf(trx: Trx, named: string | undefined): Promise<string | null> {
  return named === undefined ? null : ((await findReplacement(trx, named)) ?? named);
}

function changeFor(submission: Submission, receivedAt: Date): ChangeBody {
  const common = { submissionId: submission.id, receivedAt: receivedAt.toISOString() };
  if (submission.kind === 'account') return { kind: 'account', ...common, state: 'pending' };
  return {
    kind: 'dossier',
    ...common,
    status: 'registered',
    provisionalReference: submission.provisionalReference,
    officialCode: null,
    acceptedAt: null,
    dueAt: null,
    dueDate: null,
  };
}
