import { signReceipt } from '../../contract/down/receipt-token.ts';
import type { EnvelopeKind } from '../../contract/envelope/envelope.ts';
import type { SealedAttachment } from '../../contract/up/submission.ts';
import type { Deps } from '../deps.ts';
import { deleteAttachments, insertAttachments, markAttachmentStored } from '../storage/attachments.ts';
import type { Carrier } from '../storage/carrier.ts';
import type { Trx } from '../storage/connection.ts';
import { deleteEnvelope, insertEnvelope } from '../storage/envelopes.ts';
import type { StaffKeyRow } from '../storage/staff-keys.ts';
import { deleteUploads, findUploads } from '../storage/uploads.ts';

export interface ArrivedEnvelope {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly receipt: string;
  readonly signer: StaffKeyRow;
  readonly carriedBy: Carrier;
  readonly receivedAt: Date;
}

export type KeepOutcome =
  /** `wrongUploads`: came before the envelope and are not what it names: no receipt covers them. */
  | { readonly kind: 'kept'; readonly wrongUploads: readonly string[] }
  /** This id was kept meanwhile. */
  | { readonly kind: 'already-there' }
  /** Another envelope has named an attachment of this id. Nothing was written. */
  | { readonly kind: 'attachment-taken' };

/**
 * Keeps an envelope and what it names, in the caller's transaction. `belongsTo`: the dossier, account or report that shows the
 * attachments.
 */
export async function keepEnvelope(
  deps: Deps,
  trx: Trx,
  envelope: ArrivedEnvelope,
  {
    attachments,
    belongsTo,
  }: { readonly attachments: readonly SealedAttachment[]; readonly belongsTo: string },
): Promise<KeepOutcome> {
  const isNew = await insertEnvelope(trx, {
    ...envelope,
    sealed: envelope.bytes,
    signerKeyId: envelope.signer.keyId,
  });
  if (!isNew) return { kind: 'already-there' };
  const inserted = await insertAttachments(trx, belongsTo, attachments);
  if (inserted.length < attachments.length) {
    await deleteAttachments(trx, inserted);
    await deleteEnvelope(trx, envelope.id);
    return { kind: 'attachment-taken' };
  }
  return { kind: 'kept', wrongUploads: await claimUploads(deps, trx, attachments, envelope.receivedAt) };
}

/** Attachments that went up before their envelope. Answers the ids whose bytes are not those the envelope names. */
async function claimUploads(
  deps: Deps,
  trx: Trx,
  attachments: readonly SealedAttachment[],
  at: Date,
): Promise<string[]> {
  const uploads = await findUploads(
    trx,
    attachments.map((attachment) => attachment.id),
  );
  const wrong: string[] = [];
  for (const upload of uploads) {
    const named = attachments.find((attachment) => attachment.id === upload.id);
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

/** Who brought it, for the record. */
export function carrierOnRecord(carrier: Carrier) {
  return 'deviceId' in carrier ? { carriedBy: carrier.deviceId } : { carriedByStaff: carrier.staffId };
}
