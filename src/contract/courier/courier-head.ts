import * as z from 'zod';
import { Digest, EntityId, Instant } from '../ids.ts';

/** Longest of each kind of item, in bytes; what claims to be longer is no courier item. */
export const MAX_ITEM_BYTES = {
  envelope: 512 * 1024,
  attachment: 16 * 1024 * 1024,
  receipt: 4 * 1024 * 1024,
} as const;

const owner = z.int().min(0);

/** One item of a part, in the order in which the bytes stand. `digest` is over the bytes as they stand. */
export const CourierItem = z.discriminatedUnion('of', [
  /** Sealed bytes, whole. */
  z.strictObject({
    of: z.literal('envelope'),
    id: EntityId,
    digest: Digest,
    length: z.int().min(1).max(MAX_ITEM_BYTES.envelope),
    /** Place in `owners`. */
    owner,
  }),
  /** Ciphertext. */
  z.strictObject({
    of: z.literal('attachment'),
    id: EntityId,
    submissionId: EntityId,
    digest: Digest,
    length: z.int().min(1).max(MAX_ITEM_BYTES.attachment),
    owner,
  }),
  /** The office's signed word on its way home: UTF-8 of a `CarriedReceipt`. */
  z.strictObject({
    of: z.literal('receipt'),
    digest: Digest,
    length: z.int().min(1).max(MAX_ITEM_BYTES.receipt),
  }),
]);
export type CourierItem = z.infer<typeof CourierItem>;

/** Whose an item is: random ids, so that receipts find the way home. */
export const CourierOwner = z.strictObject({ deviceId: EntityId, staffId: EntityId });
export type CourierOwner = z.infer<typeof CourierOwner>;

export const MAX_PARTS = 999;
export const MAX_ITEMS = 10_000;

/** What one part says of itself. Names nobody: all of it may be read by whoever finds the card (I4). */
export const CourierHead = z
  .strictObject({
    /** All parts that were exported together. */
    setId: EntityId,
    part: z.int().min(1).max(MAX_PARTS),
    parts: z.int().min(1).max(MAX_PARTS),
    /** The exporting tablet's clock. */
    writtenAt: Instant,
    owners: z.array(CourierOwner).max(1000),
    items: z.array(CourierItem).max(MAX_ITEMS),
  })
  .refine(({ part, parts }) => part <= parts)
  .refine(({ owners, items }) => items.every((item) => item.of === 'receipt' || item.owner < owners.length));
export type CourierHead = z.infer<typeof CourierHead>;
