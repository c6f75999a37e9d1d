import * as z from 'zod';
import { Digest, EntityId } from '../ids.ts';

/**
 * Head of one sync request. On the wire: 4-byte big-endian length of the head, the head as UTF-8 JSON, then the
 * envelopes one after another in the order of `envelopes` (media type `application/vnd.ve-ban.up`).
 * The request is signed by the device key (see `request-signature.ts`), so it needs no PIN and no token at rest.
 */
export const UpHead = z.strictObject({
  contractVersion: z.int().min(1),
  /** Cursor of the last change applied; 0 at first. */
  cursor: z.int().min(0),
  envelopes: z.array(z.strictObject({ id: EntityId, length: z.int().min(1) })).max(50),
  /** Attachments whose receipt the tablet waits for. */
  attachments: z
    .array(z.strictObject({ id: EntityId, submissionId: EntityId, ciphertextDigest: Digest }))
    .max(200),
  appVersion: z.string().max(40),
});
export type UpHead = z.infer<typeof UpHead>;
