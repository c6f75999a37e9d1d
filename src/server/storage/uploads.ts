import type { DbOrTrx, Trx } from './connection.ts';

export interface FinishedUpload {
  readonly id: string;
  readonly ciphertextDigest: string;
}

/** Uploads that came before the envelope that names them. */
export async function findUploads(db: DbOrTrx, ids: readonly string[]): Promise<FinishedUpload[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('uploads')
    .select(['id', 'ciphertext_digest'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({ id: row.id, ciphertextDigest: row.ciphertext_digest }));
}

/** The first upload of an id is kept; repeating it changes nothing. */
export async function insertUpload(
  trx: Trx,
  upload: FinishedUpload & {
    readonly size: number;
    readonly deviceId: string | null;
    readonly staffId: string | null;
    readonly finishedAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('uploads')
    .values({
      id: upload.id,
      ciphertext_digest: upload.ciphertextDigest,
      size: upload.size,
      device_id: upload.deviceId,
      staff_id: upload.staffId,
      finished_at: upload.finishedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteUploads(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('uploads').where('id', 'in', ids).execute();
}
