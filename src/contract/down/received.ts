import * as z from 'zod';
import { Instant, KeyId } from '../ids.ts';
import type { Receipt } from './receipt.ts';
import { type ReceiptList, receiptText } from './receipt-list.ts';

/**
 * A receipt list as it travels in an answer: without what the tablet can write itself. A place counts the items that
 * were sent in the request, then those asked about.
 */
export const Received = z.strictObject({
  keyId: KeyId,
  signature: z.string().max(100),
  /** When the earliest of them was received. */
  base: Instant,
  /** Place, and milliseconds after `base`; in the order of the lines of the signed text. */
  items: z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(2000),
});
export type Received = z.infer<typeof Received>;

/** A receipt and the place of what it is for. */
export interface PlacedReceipt {
  readonly place: number;
  readonly receipt: Receipt;
}

/** The short form of `list`, which was signed over just these receipts in this order; at least one. */
export function packReceived(list: ReceiptList, placed: readonly PlacedReceipt[]): Received {
  const times = placed.map(({ receipt }) => Date.parse(receipt.receivedAt));
  const base = Math.min(...times);
  return {
    keyId: list.keyId,
    signature: list.signature,
    base: new Date(base).toISOString(),
    items: placed.map(({ place }, index) => [place, (times[index] ?? base) - base]),
  };
}

/**
 * The list written anew from what the tablet itself holds at each place: whether the office meant these very bytes, its
 * signature tells (`verifyReceiptList`). Undefined where a place names nothing.
 */
export function unpackReceived(
  received: Received,
  held: readonly (Pick<Receipt, 'of' | 'id' | 'digest'> | undefined)[],
): ReceiptList | undefined {
  const base = Date.parse(received.base);
  const receipts: Receipt[] = [];
  for (const [place, after] of received.items) {
    const item = held[place];
    const receivedAt = new Date(base + after);
    if (item === undefined || Number.isNaN(receivedAt.getTime())) return undefined;
    receipts.push({ of: item.of, id: item.id, digest: item.digest, receivedAt: receivedAt.toISOString() });
  }
  return { keyId: received.keyId, signature: received.signature, text: receiptText(receipts) };
}
