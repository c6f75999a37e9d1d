import type { SealedAttachment } from '../../contract/up/submission.ts';
import type { DbOrTrx, Trx } from './connection.ts';

export interface AwaitedAttachment {
  readonly id: string;
  readonly submissionId: string;
  readonly ciphertextDigest: string;
  readonly state: 'awaited' | 'stored';
  readonly receipt: string | null;
  readonly storedAt: Date | null;
}

const columns = ['id', 'submission_id', 'ciphertext_digest', 'state', 'receipt', 'stored_at'] as const;

interface Raw {
  readonly id: string;
  readonly submission_id: string;
  readonly ciphertext_digest: string;
  readonly state: 'awaited' | 'stored';
  readonly receipt: string | null;
  readonly stored_at: Date | null;
}

function parse(row: Raw): AwaitedAttachment {
  return {
    id: row.id,
    submissionId: row.submission_id,
    ciphertextDigest: row.ciphertext_digest,
    state: row.state,
    receipt: row.receipt,
    storedAt: row.stored_at,
  };
}

export async function findAttachments(db: DbOrTrx, ids: readonly string[]): Promise<AwaitedAttachment[]> {
  if (ids.length === 0) return [];
  return (await db.selectFrom('attachments').select(columns).where('id', 'in', ids).execute()).map(parse);
}

/** Until commit nobody else decides about this attachment. */
export async function lockAttachment(trx: Trx, id: string): Promise<AwaitedAttachment | undefined> {
  const row = await trx
    .selectFrom('attachments')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : parse(row);
}

/** The attachments an envelope names, all still awaited. The ids that were new: fewer where another envelope has named one. */
export async function insertAttachments(
  trx: Trx,
  submissionId: string,
  attachments: readonly SealedAttachment[],
): Promise<string[]> {
  if (attachments.length === 0) return [];
  const inserted = await trx
    .insertInto('attachments')
    .values(
      attachments.map((attachment) => ({
        id: attachment.id,
        submission_id: submissionId,
        document: attachment.document,
        media_type: attachment.mediaType,
        size: attachment.size,
        plaintext_digest: attachment.plaintextDigest,
        ciphertext_digest: attachment.ciphertextDigest,
        key: attachment.key,
        state: 'awaited' as const,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.map(({ id }) => id);
}

/** Takes back what `insertAttachments` did in the same transaction. */
export async function deleteAttachments(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('attachments').where('id', 'in', ids).execute();
}

export async function markAttachmentStored(
  trx: Trx,
  stored: { readonly id: string; readonly at: Date; readonly receipt: string },
): Promise<void> {
  await trx
    .updateTable('attachments')
    .set({ state: 'stored', stored_at: stored.at, receipt: stored.receipt })
    .where('id', '=', stored.id)
    .execute();
}
