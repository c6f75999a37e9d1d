import type { DbOrTrx, Trx } from './connection.ts';

export interface KeptEnvelope {
  readonly digest: string;
  /** Compact JWS, as first given (I3). */
  readonly receipt: string;
}

export async function findKeptEnvelope(db: DbOrTrx, id: string): Promise<KeptEnvelope | undefined> {
  return db.selectFrom('envelopes').select(['digest', 'receipt']).where('id', '=', id).executeTakeFirst();
}

/**
 * False when the id is already kept. The primary key decides between envelopes that arrive at the same moment: the later
 * one waits here until the earlier has committed. `@idempotent with id`
 */
export async function insertEnvelope(
  trx: Trx,
  envelope: KeptEnvelope & {
    readonly id: string;
    readonly kind: 'account' | 'dossier';
    readonly sealed: Uint8Array;
    readonly signerKeyId: string;
    readonly carriedBy: string;
    readonly receivedAt: Date;
  },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('envelopes')
    .values({
      id: envelope.id,
      digest: envelope.digest,
      kind: envelope.kind,
      sealed: Buffer.from(envelope.sealed),
      signer_key_id: envelope.signerKeyId,
      carried_by: envelope.carriedBy,
      received_at: envelope.receivedAt,
      receipt: envelope.receipt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Takes back what `insertEnvelope` did in the same transaction. */
export async function deleteEnvelope(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('envelopes').where('id', '=', id).execute();
}
