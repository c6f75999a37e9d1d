import { sql } from 'kysely';
import type { DbOrTrx } from './connection.ts';
import type { AttachmentRow, SealedAttachmentRow } from './rows.ts';

/** Everything the envelope of this submission names, whether its bytes have arrived or not. */
export async function listAttachments(db: DbOrTrx, submissionId: string): Promise<AttachmentRow[]> {
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'document', 'media_type', 'size', 'state'])
    .where('submission_id', '=', submissionId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    document: row.document,
    mediaType: row.media_type,
    size: row.size,
    state: row.state,
  }));
}

export async function findSealedAttachment(
  db: DbOrTrx,
  id: string,
): Promise<SealedAttachmentRow | undefined> {
  const row = await db
    .selectFrom('attachments')
    .innerJoin('envelopes', 'envelopes.id', 'attachments.submission_id')
    .leftJoin('dossiers', 'dossiers.id', 'attachments.submission_id')
    .leftJoin('accounts', 'accounts.id', 'attachments.submission_id')
    .leftJoin('reports', 'reports.id', 'attachments.submission_id')
    .leftJoin('problems', 'problems.id', 'attachments.submission_id')
    .selectAll('attachments')
    .select([
      'envelopes.kind',
      'reports.kind as report_kind',
      sql<string | null>`coalesce(dossiers.held_by, problems.department_id)`.as('held_by'),
      sql<string | null>`coalesce(dossiers.commune, accounts.commune, reports.commune)`.as('commune'),
    ])
    .where('attachments.id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.commune === null) return undefined;
  const belongsTo = row.kind === 'report' ? row.report_kind : row.kind;
  if (belongsTo === null) return undefined;
  return {
    id: row.id,
    document: row.document,
    mediaType: row.media_type,
    size: row.size,
    state: row.state,
    submissionId: row.submission_id,
    belongsTo,
    commune: row.commune,
    heldBy: row.held_by,
    key: row.key,
    plaintextDigest: row.plaintext_digest,
    ciphertextDigest: row.ciphertext_digest,
  };
}
