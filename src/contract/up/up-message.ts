import * as z from 'zod';
import { EntityId, KeyId } from '../ids.ts';
import { DeviceHealth } from './device-health.ts';

/** Ids asked about in one request at most. */
export const MAX_ASKED = 400;

/** Characters of a digest that tell one content of an id from another: 48 bits, under the same signature as the id. */
const DIGEST_START = 8;
export const DigestStart = z.string().regex(/^[A-Za-z0-9_-]{8}$/);

/** The start of a digest as requests and refusals name it. */
export function digestStart(digest: string): string {
  return digest.slice(0, DIGEST_START);
}

/**
 * Head of one sync request (`up-stream.ts`), signed by the device key (`request-signature.ts`), so that it needs no PIN
 * and no token at rest. What follows it is proved by itself.
 */
export const UpHead = z.strictObject({
  contractVersion: z.int().min(0),
  appVersion: z.string().max(40),
  /** Cursor of the last change applied; 0 at first. */
  cursor: z.int().min(0),
  /** What all thin envelopes in this request have in common. */
  sealed: z
    .strictObject({ recipientKeyId: KeyId, contractVersion: z.int().min(0).max(0xffff) })
    .exactOptional(),
  /**
   * Envelopes and attachments whose fate the tablet does not know: a line broke before the answer, or they went up by
   * tus. With the start of their digest: of other content under the same id the office has nothing to say here.
   */
  asked: z.array(z.tuple([EntityId, DigestStart])).max(MAX_ASKED),
  health: DeviceHealth.exactOptional(),
});
export type UpHead = z.infer<typeof UpHead>;
