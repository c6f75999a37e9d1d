import type { EnvelopeKind } from '../../contract/envelope/envelope.ts';
import { type Carrier, columnsOf } from './carrier.ts';
import type { DbOrTrx, Trx } from './connection.ts';

export interface KeptEnvelope {
  readonly digest: string;
  /** Compact JWS, as first given (I3). */
  readonly receipt: string;
  readonly receivedAt: Date;
}

const kept = ['digest', 'receipt', 'received_at as receivedAt'] as const;

export async function findKeptEnvelope(db: DbOrTrx, id: string): Promise<KeptEnvelope | undefined> {
  return db.selectFrom('envelopes').select(kept).where('id', '=', id).executeTakeFirst();
}

/** Those of the given ids that are kept. */
export async function findKeptEnvelopes(
  db: DbOrTrx,
  ids: readonly string[],
): Promise<readonly (KeptEnvelope & { readonly id: string })[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('envelopes')
    .select(['id', ...kept])
    .where('id', 'in', ids)
    .execute();
}

/**
 * False when the id is already kept. The primary key decides between envelopes that arrive at the same moment: the later
 * one waits here until the earlier has committed. `@idempotent with id`
 */
export async function insertEnvelope(
  trx: Trx,
  envelope: KeptEnvelope & {
    readonly id: string;
    readonly kind: EnvelopeKind;
    readonly sealed: Uint8Array;
    readonly signerKeyId: string;
    readonly carriedBy: Carrier;
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
      carried_by: columnsOf(envelope.carriedBy).deviceId,
      carried_by_staff: columnsOf(envelope.carriedBy).staffId,
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
