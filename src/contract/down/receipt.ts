import * as z from 'zod';
import { Digest, EntityId, Instant } from '../ids.ts';

/**
 * The server's signed word that it keeps these exact bytes: payload of a compact JWS (ES256, `kid` is the receipt
 * key's id, `typ` is `ve-ban-receipt`). Nothing else takes an item out of an outbox (I2). Asked again, the same
 * receipt comes again, byte for byte (I3).
 */
export const Receipt = z.strictObject({
  /** Envelope or attachment id. */
  id: EntityId,
  of: z.enum(['envelope', 'attachment']),
  /** SHA-256 of the sealed bytes the server keeps. */
  digest: Digest,
  receivedAt: Instant,
});
export type Receipt = z.infer<typeof Receipt>;
