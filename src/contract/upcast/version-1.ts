import * as z from 'zod';
import { CivilDate, Digest, EntityId, Instant, KeyId, ProvisionalReference, PublicKey } from '../ids.ts';

/*
 * What version 1 of the contract said in its sync request and answer; tablets that have not been updated still say it.
 * Frozen: `tests/fixtures/contract-1` holds what they sent.
 *
 * The request: 4-byte big-endian length of the head, the head as UTF-8 JSON, then the envelopes one after another in the
 * order in which the head lists them. The request's signature covers all of it.
 */

export const UP_MEDIA_TYPE_1 = 'application/vnd.ve-ban.up';

export const UpHead1 = z.strictObject({
  contractVersion: z.int().min(1),
  cursor: z.int().min(0),
  envelopes: z.array(z.strictObject({ id: EntityId, length: z.int().min(1) })).max(50),
  /** Attachments whose receipt the tablet waits for. */
  attachments: z
    .array(z.strictObject({ id: EntityId, submissionId: EntityId, ciphertextDigest: Digest }))
    .max(200),
  appVersion: z.string().max(40),
});
export type UpHead1 = z.infer<typeof UpHead1>;

export const Refusal1 = z.strictObject({
  id: EntityId,
  of: z.enum(['envelope', 'attachment']),
  reason: z.enum([
    'id-conflict',
    'unreadable',
    'signature-invalid',
    'signer-unknown',
    'message-invalid',
    'answers-invalid',
    'procedure-unknown',
    'digest-mismatch',
  ]),
  detail: z.string().optional(),
});
export type Refusal1 = z.infer<typeof Refusal1>;

export const Change1 = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dossier'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    status: z.enum([
      'registered',
      'accepted',
      'refused',
      'in-progress',
      'supplement-requested',
      'payment-requested',
      'withdrawn',
      'stopped',
      'done',
      'returned',
    ]),
    provisionalReference: ProvisionalReference,
    officialCode: z.string().nullable(),
    receivedAt: Instant,
    acceptedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    dueDate: CivilDate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('account'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    state: z.enum(['pending', 'active', 'suspended', 'merged']),
    receivedAt: Instant,
  }),
]);
export type Change1 = z.infer<typeof Change1>;

export const DownMessage1 = z.strictObject({
  contractVersion: z.int().min(1),
  serverTime: Instant,
  /** Compact JWS each; see `down/receipt-token.ts`. */
  receipts: z.array(z.string()),
  refusals: z.array(Refusal1),
  awaited: z.array(z.strictObject({ id: EntityId, offset: z.int().min(0) })),
  changes: z.array(Change1),
  cursor: z.int().min(0),
  more: z.boolean(),
  leases: z.array(z.strictObject({ staffId: EntityId, until: Instant })),
  sealingKey: z.strictObject({ id: KeyId, publicKey: PublicKey }),
  receiptKeys: z
    .array(z.strictObject({ id: KeyId, publicKey: PublicKey }))
    .min(1)
    .max(20),
});
export type DownMessage1 = z.infer<typeof DownMessage1>;

const LENGTH_BYTES = 4;
const MAX_HEAD_BYTES = 256 * 1024;

export type DecodedUp1 =
  | {
      readonly kind: 'ok';
      readonly head: UpHead1;
      /** In the order of `head.envelopes`, each of the length it names. Views into the given bytes. */
      readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly kind: 'malformed'; readonly detail: string };

/** Reads a frame from a stranger: every length is checked, the head against its schema; leftovers are malformed. */
export function decodeUp1(bytes: Uint8Array<ArrayBuffer>): DecodedUp1 {
  if (bytes.length < LENGTH_BYTES) return malformed('no head length');
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (headLength > MAX_HEAD_BYTES) return malformed('head too long');
  if (bytes.length < LENGTH_BYTES + headLength) return malformed('head cut short');
  const head = parseHead(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headLength));
  if (head === undefined) return malformed('head does not match its schema');
  const envelopes: Uint8Array<ArrayBuffer>[] = [];
  let offset = LENGTH_BYTES + headLength;
  for (const { length } of head.envelopes) {
    if (offset + length > bytes.length) return malformed('envelope cut short');
    envelopes.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  if (offset !== bytes.length) return malformed('bytes left over');
  return { kind: 'ok', head, envelopes };
}

function parseHead(bytes: Uint8Array<ArrayBuffer>): UpHead1 | undefined {
  try {
    const parsed = UpHead1.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function malformed(detail: string): DecodedUp1 {
  return { kind: 'malformed', detail };
}
