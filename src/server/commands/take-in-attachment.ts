import { sha256Base64url } from '../../contract/keys.ts';
import type { Deps } from '../deps.ts';
import { findAttachments } from '../storage/attachments.ts';
import { type Carrier, columnsOf } from '../storage/carrier.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { finishUpload } from './finish-upload.ts';

export type AttachmentOutcome =
  | { readonly kind: 'stored'; readonly digest: string; readonly storedAt: Date }
  /** Kept until the envelope that names it comes. */
  | { readonly kind: 'envelope-awaited' }
  | {
      readonly kind: 'refused';
      readonly reason: 'id-conflict' | 'digest-mismatch';
      readonly digest: string;
    };

/**
 * Takes in an attachment that came whole inside a sync request: forced to disk, matched with what its envelope promised,
 * and only then receipted. What tus has of it so far gives way. `@idempotent with id and digest`
 */
export async function takeInAttachment(
  deps: Deps,
  arrival: { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> } & Carrier,
): Promise<AttachmentOutcome> {
  const { id, bytes, ...carrier } = arrival;
  const digest = await sha256Base64url(bytes);
  const [named] = await findAttachments(deps.db, [id]);
  if (named !== undefined && named.ciphertextDigest !== digest) {
    const reason = named.state === 'stored' ? 'id-conflict' : 'digest-mismatch';
    return refuse(deps, { id, digest, reason, carrier });
  }
  if (named?.storedAt) return { kind: 'stored', digest, storedAt: named.storedAt };
  // Nobody has promised these bytes yet: what came first under this id stays, until the envelope tells which is right.
  const isWritten = await deps.attachments.write(id, bytes, { overPartial: named !== undefined });
  if (!isWritten && named === undefined) return { kind: 'envelope-awaited' };
  const outcome = await finishUpload(deps, { id, ...carrier });
  switch (outcome.kind) {
    case 'stored':
      return { kind: 'stored', digest: outcome.digest, storedAt: outcome.storedAt };
    case 'envelope-awaited':
      return outcome;
    case 'digest-mismatch':
      return { kind: 'refused', reason: 'digest-mismatch', digest };
    case 'nothing-there':
      throw new Error(`attachment ${id} was written and is not there`);
  }
}

async function refuse(
  deps: Deps,
  refused: {
    readonly id: string;
    readonly carrier: Carrier;
    readonly digest: string;
    readonly reason: 'id-conflict' | 'digest-mismatch';
  },
): Promise<AttachmentOutcome> {
  const { id, carrier, digest, reason } = refused;
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      ...columnsOf(carrier),
      action: 'attachment-refused',
      subject: id,
      detail: { digest, reason },
    }),
  );
  return { kind: 'refused', reason, digest };
}
