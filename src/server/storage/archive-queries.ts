import type { DbOrTrx } from './connection.ts';

/** One link of the record, as its hash was made. */
export interface AuditLinkRow {
  readonly seq: number;
  readonly at: string;
  readonly staffId: string | null;
  readonly deviceId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the record says of these, in its order. */
export async function listAuditAbout(db: DbOrTrx, subjects: readonly string[]): Promise<AuditLinkRow[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at.toISOString(),
    staffId: row.staff_id,
    deviceId: row.device_id,
    action: row.action,
    subject: row.subject,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

/** How a submission came: the sealed bytes, the receipt for them, and the key that its signature is checked with. */
export interface ArrivalRow {
  readonly id: string;
  readonly digest: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly receivedAt: string;
  readonly receipt: string;
  readonly signerKeyId: string;
  readonly signerPublicKey: string;
}

/** The envelope of a dossier and those of the supplements that were added to it, in the order in which they came. */
export async function listArrivals(db: DbOrTrx, dossierId: string): Promise<ArrivalRow[]> {
  const rows = await db
    .selectFrom('envelopes')
    .innerJoin('staff_keys', 'staff_keys.key_id', 'envelopes.signer_key_id')
    .select([
      'envelopes.id',
      'envelopes.digest',
      'envelopes.sealed',
      'envelopes.received_at',
      'envelopes.receipt',
      'envelopes.signer_key_id',
      'staff_keys.public_key',
    ])
    .where((eb) =>
      eb.or([
        eb('envelopes.id', '=', dossierId),
        eb(
          'envelopes.id',
          'in',
          eb
            .selectFrom('supplement_requests')
            .select('arrived_submission')
            .where('dossier_id', '=', dossierId)
            .where('arrived_submission', 'is not', null),
        ),
      ]),
    )
    .orderBy('envelopes.received_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    digest: row.digest,
    sealed: new Uint8Array(row.sealed),
    receivedAt: row.received_at.toISOString(),
    receipt: row.receipt,
    signerKeyId: row.signer_key_id,
    signerPublicKey: row.public_key,
  }));
}

/** The receipts that the server gave for attachments of a dossier. */
export async function listAttachmentReceipts(
  db: DbOrTrx,
  dossierId: string,
): Promise<{ readonly id: string; readonly receipt: string | null }[]> {
  return db
    .selectFrom('attachments')
    .select(['id', 'receipt'])
    .where('submission_id', '=', dossierId)
    .orderBy('id')
    .execute();
}
