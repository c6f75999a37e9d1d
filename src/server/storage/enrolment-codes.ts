import type { Trx } from './connection.ts';

export interface EnrolmentCodeRow {
  readonly staffId: string;
  readonly commune: string;
  readonly expiresAt: Date;
  readonly used: { readonly at: Date; readonly deviceId: string; readonly signingKey: string } | undefined;
}

/** The code itself is never stored: `codeHash` is SHA-256 of the normalized code. */
export async function insertEnrolmentCode(
  trx: Trx,
  code: {
    readonly codeHash: Buffer;
    readonly staffId: string;
    readonly commune: string;
    readonly createdBy: string | null;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await trx
    .insertInto('enrolment_codes')
    .values({
      code_hash: code.codeHash,
      staff_id: code.staffId,
      commune: code.commune,
      created_by: code.createdBy,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute();
}

/** Locked until the transaction ends: two tablets with one code wait for each other, and the second finds it used. */
export async function lockEnrolmentCode(trx: Trx, codeHash: Buffer): Promise<EnrolmentCodeRow | undefined> {
  const row = await trx
    .selectFrom('enrolment_codes')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { used_at: at, used_by_device: deviceId, used_signing_key: signingKey } = row;
  return {
    staffId: row.staff_id,
    commune: row.commune,
    expiresAt: row.expires_at,
    used: at === null || deviceId === null || signingKey === null ? undefined : { at, deviceId, signingKey },
  };
}

/** Single use. */
export async function markEnrolmentCodeUsed(
  trx: Trx,
  codeHash: Buffer,
  used: { readonly at: Date; readonly deviceId: string; readonly signingKey: string },
): Promise<void> {
  await trx
    .updateTable('enrolment_codes')
    .set({ used_at: used.at, used_by_device: used.deviceId, used_signing_key: used.signingKey })
    .where('code_hash', '=', codeHash)
    .execute();
}
