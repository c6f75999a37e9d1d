import * as z from 'zod';
import { Digest, EntityId, Instant, KeyId, PublicKey } from '../ids.ts';
import { DigestStart } from '../up/up-message.ts';
import { DevicePolicy } from './device-policy.ts';
import { Received } from './received.ts';

/** Why the server could not take one envelope or attachment. The item stays on the tablet, in "needs attention" (I6). */
export const Refusal = z.strictObject({
  id: EntityId,
  of: z.enum(['envelope', 'attachment']),
  /** Of the very bytes that were refused: of others under the same id it says nothing. */
  digest: Digest,
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
    'request-unknown', // no such supplement request, or another dossier's (since version 5)
    'request-answered', // another submission has answered it (since version 5)
    'request-over', // the office does not wait for it any more (since version 5)
  ]),
  detail: z.string().exactOptional(),
});

/** Counts the items that were sent in the request, then those asked about, from 0. */
const Place = z.int().min(0);

/** A refusal as it travels: the tablet knows what stood at the place. */
export const PlacedRefusal = Refusal.pick({ reason: true, detail: true }).extend({
  place: Place,
  digest: DigestStart,
});

/**
 * The answer to one sync request, as JSON. Header `ve-ban-signature` carries the receipt key's signature over the
 * request's nonce and these bytes: only an answer that verifies counts as being online.
 */
export const DownMessage = z.strictObject({
  contractVersion: z.int().min(1),
  serverTime: Instant,
  /** What the office keeps of that which was sent and asked about; absent when it is nothing. */
  received: Received.exactOptional(),
  refusals: z.array(PlacedRefusal),
  /** Attachments asked about that the office does not have whole: place, and bytes already there. */
  awaited: z.array(z.tuple([Place, z.int().min(0)])),
  /** Draft backups of this request that the office has now, or that were older than what it had. */
  backups: z.array(Place),
  /** Each a `Change`, read one by one: those of a kind that the tablet does not know yet are passed over. */
  changes: z.array(z.looseObject({ kind: z.string(), cursor: z.int().min(1) })),
  cursor: z.int().min(0),
  /** More changes wait behind `cursor`. */
  more: z.boolean(),
  /** Drafts stay open until then without another contact. Per staff member enrolled on this tablet. */
  leases: z.array(z.strictObject({ staffId: EntityId, until: Instant })),
  /** Current key to seal to, where it is another than the request's envelopes were sealed to. */
  sealingKey: z.strictObject({ id: KeyId, publicKey: PublicKey }).exactOptional(),
  /**
   * All keys that receipts may be signed with, the current one first: what the tablet trusts from now on. They come
   * under the signature of a key it trusted before, which is how keys are rotated. Absent when the tablet trusts just these.
   */
  receiptKeys: z
    .array(z.strictObject({ id: KeyId, publicKey: PublicKey }))
    .min(1)
    .max(20)
    .exactOptional(),
  /** What the commune decides for its tablets. */
  policy: DevicePolicy.exactOptional(),
});
export type DownMessage = z.infer<typeof DownMessage>;
export type Refusal = z.infer<typeof Refusal>;
export type PlacedRefusal = z.infer<typeof PlacedRefusal>;
