import { signReceipt } from '../../contract/down/receipt-token.ts';
import type { Deps } from '../deps.ts';
import { lockAttachment, markAttachmentStored } from '../storage/attachments.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { insertUpload } from '../storage/uploads.ts';

export type FinishUploadOutcome =
  | { readonly kind: 'stored'; readonly receipt: string }
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
  upload: { readonly id: string; readonly deviceId: string },
): Promise<FinishUploadOutcome> {
  const { id, deviceId } = upload;
  const settled = await deps.attachments.settle(id);
  if (settled === undefined) return { kind: 'nothing-there' };
  const { digest, size } = settled;
  const at = deps.clock.now();
  const outcome = await inTransaction<FinishUploadOutcome>(deps.db, async (trx) => {
    const attachment = await lockAttachment(trx, id);
    if (attachment === undefined) {
      await insertUpload(trx, { id, ciphertextDigest: digest, size, deviceId, finishedAt: at });
      return { kind: 'envelope-awaited' };
    }
    if (attachment.receipt !== null) return { kind: 'stored', receipt: attachment.receipt };
    const matches = attachment.ciphertextDigest === digest;
    if (matches) {
      const receipt = await signReceipt(
        { id, of: 'attachment', digest, receivedAt: at.toISOString() },
        deps.keys.receipt.current,
      );
      await markAttachmentStored(trx, { id, at, receipt });
      await appendAudit(trx, auditOf('attachment-stored'));
      return { kind: 'stored', receipt };
    }
    await appendAudit(trx, auditOf('attachment-refused'));
    return { kind: 'digest-mismatch' };

    function auditOf(action: string) {
      return { at, staffId: null, deviceId, action, subject: id, detail: { digest, size } };
    }
  });
  if (outcome.kind === 'digest-mismatch') await deps.attachments.discard(id);
  return outcome;
}
