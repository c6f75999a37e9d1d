import { signReceipt } from '../../contract/down/receipt-token.ts';
import type { Submission } from '../../contract/up/submission.ts';
import type { Deps } from '../deps.ts';
import { deleteAttachmentsOf, insertAttachments, markAttachmentStored } from '../storage/attachments.ts';
import type { Carrier } from '../storage/carrier.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { endDraftBackups } from '../storage/draft-backups.ts';
import { deleteEnvelope, insertEnvelope } from '../storage/envelopes.ts';
import { appendAudit, appendChange, type ChangeBody } from '../storage/journal.ts';
import { findArrived, insertReplaced, isReplaced, lockSubmissions } from '../storage/replaced-submissions.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { findStaffById } from '../storage/staff.ts';
import type { StaffKeyRow } from '../storage/staff-keys.ts';
import { insertAccount, insertDossier } from '../storage/submissions.ts';
import { deleteUploads, findUploads } from '../storage/uploads.ts';
import { codeExpiry } from './code-expiry.ts';
import type { Judgement } from './judge-submission.ts';

export interface ArrivedEnvelope {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly receipt: string;
  readonly signer: StaffKeyRow;
  readonly carriedBy: Carrier;
  readonly receivedAt: Date;
}

/** All that follows from one good envelope, in one transaction: it is there whole, or not at all. */
export async function recordSubmission(
  deps: Deps,
  envelope: ArrivedEnvelope,
  submission: Submission,
  judgement: Judgement & { kind: 'acceptable' },
): Promise<'recorded' | 'already-there' | 'attachment-taken' | 'replaced' | 'already-received'> {
  const { id, receivedAt, signer } = envelope;
  const wrongUploads: string[] = [];
  const replaces = submission.replaces ?? [];
  const outcome = await inTransaction(deps.db, async (trx) => {
    // Of a refused submission and the one that mends it exactly one is taken in, whichever comes first (I3).
    await lockSubmissions(trx, [id, ...replaces]);
    if (await isReplaced(trx, id)) return 'replaced';
    if ((await findArrived(trx, replaces, id)).length > 0) return 'already-received';
    const isNew = await insertEnvelope(trx, {
      ...envelope,
      sealed: envelope.bytes,
      signerKeyId: signer.keyId,
    });
    if (!isNew) return 'already-there';
    if (!(await insertAttachments(trx, id, submission.attachments))) {
      await deleteAttachmentsOf(trx, id);
      await deleteEnvelope(trx, id);
      return 'attachment-taken';
    }
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
    } else {
      await insertDossier(trx, { ...record, caseId: judgement.caseId, actionId: deps.random.id() });
    }
    await insertReplaced(trx, replaces, id);
    wrongUploads.push(...(await claimUploads(deps, trx, submission, receivedAt)));
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
    return 'recorded';
  });
  // No receipt covers them: the right bytes can come now.
  for (const upload of wrongUploads) await deps.attachments.discard(upload);
  return outcome;
}

/** Attachments that went up before their envelope. Answers the ids whose bytes are not those the envelope names. */
async function claimUploads(deps: Deps, trx: Trx, submission: Submission, at: Date): Promise<string[]> {
  const uploads = await findUploads(
    trx,
    submission.attachments.map((attachment) => attachment.id),
  );
  const wrong: string[] = [];
  for (const upload of uploads) {
    const named = submission.attachments.find((attachment) => attachment.id === upload.id);
    if (named?.ciphertextDigest !== upload.ciphertextDigest) {
      wrong.push(upload.id);
      continue;
    }
    const receipt = await signReceipt(
      { id: upload.id, of: 'attachment', digest: upload.ciphertextDigest, receivedAt: at.toISOString() },
      deps.keys.receipt.current,
    );
    await markAttachmentStored(trx, { id: upload.id, at, receipt });
  }
  await deleteUploads(
    trx,
    uploads.map((upload) => upload.id),
  );
  return wrong;
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

function carrierOnRecord(carrier: Carrier) {
  return 'deviceId' in carrier ? { carriedBy: carrier.deviceId } : { carriedByStaff: carrier.staffId };
}
