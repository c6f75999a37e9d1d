import * as z from 'zod';
import { EntityId, Instant, KeyId, PublicKey } from '../ids.ts';
import { Change } from './change.ts';
import { DevicePolicy } from './device-policy.ts';

/** Why the server could not take one envelope or attachment. The item stays on the tablet, in "needs attention" (I6). */
export const Refusal = z.strictObject({
  id: EntityId,
  of: z.enum(['envelope', 'attachment']),
  reason: z.enum([
    'id-conflict', // this id is already kept with other content
    'unreadable', // cannot be opened with any of our keys
    'signature-invalid',
    'signer-unknown',
    'message-invalid', // opened, but does not match its schema
    'answers-invalid', // the engine finds it incomplete or wrong
    'procedure-unknown',
    'digest-mismatch', // attachment bytes are not those the tablet named
    'already-received', // it replaces one that the office holds after all (since version 2)
    'replaced', // the one that took its place is here already (since version 2)
  ]),
  detail: z.string().optional(),
});

/**
 * The answer to one sync request, as JSON. Header `ve-ban-signature` carries the receipt key's signature over the
 * request's nonce and these bytes: only an answer that verifies counts as being online.
 */
export const DownMessage = z.strictObject({
  contractVersion: z.int().min(1),
  serverTime: Instant,
  /** Compact JWS each; see `receipt.ts`. */
  receipts: z.array(z.string()),
  refusals: z.array(Refusal),
  /** Attachments asked about that the server does not have whole; bytes already there. */
  awaited: z.array(z.strictObject({ id: EntityId, offset: z.int().min(0) })),
  changes: z.array(Change),
  cursor: z.int().min(0),
  /** More changes wait behind `cursor`. */
  more: z.boolean(),
  /** Drafts stay open until then without another contact. Per staff member enrolled on this tablet. */
  leases: z.array(z.strictObject({ staffId: EntityId, until: Instant })),
  /** Current key to seal to; a new one appears here when keys are rotated. */
  sealingKey: z.strictObject({ id: KeyId, publicKey: PublicKey }),
  /**
   * All keys that receipts may be signed with, the current one first: what the tablet trusts from now on. They come
   * under the signature of a key it trusted before, which is how keys are rotated.
   */
  receiptKeys: z
    .array(z.strictObject({ id: KeyId, publicKey: PublicKey }))
    .min(1)
    .max(20),
  /** What the commune decides for its tablets (since version 2). */
  policy: DevicePolicy.exactOptional(),
});
export type DownMessage = z.infer<typeof DownMessage>;
export type Refusal = z.infer<typeof Refusal>;
