import { openAttachment as unseal } from '../../contract/envelope/attachment.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { Deps } from '../deps.ts';
import { maySeeAccount } from '../policies/account.ts';
import { maySeeDossier } from '../policies/dossier.ts';
import { maySeeProblem } from '../policies/problem.ts';
import type { Actor } from '../policies/reach.ts';
import type { Verdict } from '../policies/verdict.ts';
import { maySeeVisit } from '../policies/visit.ts';
import { findSealedAttachment } from '../storage/attachment-queries.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import type { SealedAttachmentRow } from '../storage/rows.ts';

export type OpenAttachmentOutcome =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** The envelope names it; its bytes are still on the tablet. */
  | { readonly kind: 'awaited' };

/**
 * A photo, recording or signature as the tablet sealed it, for somebody who may see what it belongs to; that it was looked
 * at goes on record before the bytes leave. Stored bytes that do not open are a broken disk, and throw.
 */
export async function openAttachment(deps: Deps, by: Actor, id: string): Promise<OpenAttachmentOutcome> {
  const row = await findSealedAttachment(deps.db, id);
  if (row === undefined) return { kind: 'not-found' };
  const verdict = maySee(by, row);
  if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
  if (row.state === 'awaited') return { kind: 'awaited' };

  const sealed = await deps.attachments.read(id);
  const bytes = sealed === undefined ? undefined : await unseal(sealed, row.key, id);
  if (bytes === undefined || (await sha256Base64url(bytes)) !== row.plaintextDigest)
    throw new Error(`attachment ${id} was stored and receipted but cannot be opened`);

  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      staffId: by.staffId,
      deviceId: null,
      action: 'attachment-seen',
      subject: id,
      detail: { submissionId: row.submissionId },
    }),
  );
  return { kind: 'opened', bytes, mediaType: row.mediaType };
}

function maySee(by: Actor, row: SealedAttachmentRow): Verdict {
  switch (row.belongsTo) {
    case 'dossier':
      return maySeeDossier(by, row);
    case 'account':
      return maySeeAccount(by, row);
    case 'problem':
      return maySeeProblem(by, { commune: row.commune, department: row.heldBy });
    case 'visit':
      return maySeeVisit(by, row);
  }
}
