import { signReceipt } from '../../contract/down/receipt-token.ts';
import type { Deps } from '../deps.ts';
import { lockAttachment, markAttachmentStored } from '../storage/attachments.ts';
import { type Carrier, columnsOf } from '../storage/carrier.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { insertUpload } from '../storage/uploads.ts';

export type FinishUploadOutcome =
  | {
      readonly kind: 'stored';
      /** Compact JWS, as first given (I3): what version 1 of the contract answers with. */
      readonly receipt: string;
      readonly digest: string;
      readonly storedAt: Date;
    }
  /** Kept until the envelope that names it comes. */
  | { readonly kind: 'envelope-awaited' }
  /** Not the bytes that the envelope names: thrown away, the right ones may come. */
  | { readonly kind: 'digest-mismatch' }
  | { readonly kind: 'nothing-there' };

/**
 * All bytes of an attachment have arrived: forced to disk, hashed, matched with what its envelope promised, and only
 * then receipted. Repeated it gives the same receipt (I3). `@idempotent with id`
 */
export async function finishUpload(
  deps: Deps,
  upload: { readonly id: string } & Carrier,
): Promise<FinishUploadOutcome> {
  const { id } = upload;
  const settled = await deps.attachments.settle(id);
  if (settled === undefined) return { kind: 'nothing-there' };
  const { digest, size } = settled;
  const at = deps.clock.now();
  const outcome = await inTransaction<FinishUploadOutcome>(deps.db, async (trx) => {
    const attachment = await lockAttachment(trx, id);
    if (attachment === undefined) {
      await insertUpload(trx, { id, ciphertextDigest: digest, size, ...columnsOf(upload), finishedAt: at });
      return { kind: 'envelope-awaited' };
    }
    const { receipt: given, storedAt, ciphertextDigest } = attachment;
    if (given !== null && storedAt !== null)
      return { kind: 'stored', receipt: given, digest: ciphertextDigest, storedAt };
    if (ciphertextDigest === digest) {
      const receipt = await signReceipt(
        { id, of: 'attachment', digest, receivedAt: at.toISOString() },
        deps.keys.receipt.current,
      );
      await markAttachmentStored(trx, { id, at, receipt });
      await appendAudit(trx, auditOf('attachment-stored'));
      return { kind: 'stored', receipt, digest, storedAt: at };
    }
    await appendAudit(trx, auditOf('attachment-refused'));
    return { kind: 'digest-mismatch' };

    function auditOf(action: string) {
      return { at, ...columnsOf(upload), action, subject: id, detail: { digest, size } };
    }
  });
  if (outcome.kind === 'digest-mismatch') await deps.attachments.discard(id);
  return outcome;
}
