import * as z from 'zod';
import { signText, verifyText, type WebCryptoKey } from '../keys.ts';
import { Receipt } from './receipt.ts';

const HEADER = 've-ban-receipts/1';

/**
 * The server's signed word about many items at once, kept as it is: proof that needs nothing else beside it. The text is
 * a line for each item, under one header:
 *
 *   ve-ban-receipts/1
 *   envelope <id> <digest> <received at>
 *   attachment <id> <digest> <received at>
 */
export const ReceiptList = z.strictObject({
  keyId: z.string().max(20),
  /** ES256 over the text, base64url. */
  signature: z.string().max(100),
  text: z.string().max(200_000),
});
export type ReceiptList = z.infer<typeof ReceiptList>;

/** A list whose signature was checked, and what it says. */
export interface VerifiedReceipts {
  readonly list: ReceiptList;
  readonly receipts: readonly Receipt[];
}

export type ReceiptListVerdict =
  | ({ readonly kind: 'valid' } & VerifiedReceipts)
  | { readonly kind: 'invalid'; readonly reason: 'malformed' | 'other-key' | 'signature' };

/** Signs the server's word that it keeps exactly these bytes. */
export async function signReceiptList(
  receipts: readonly Receipt[],
  key: { readonly id: string; readonly privateKey: WebCryptoKey },
): Promise<ReceiptList> {
  const text = receiptText(receipts);
  return { keyId: key.id, signature: await signText(text, key.privateKey), text };
}

/** Checks a list against the keys the tablet trusts. Any doubt is `invalid`: the items then stay (I2). */
export async function verifyReceiptList(
  list: ReceiptList,
  keys: readonly { readonly id: string; readonly publicKey: WebCryptoKey }[],
): Promise<ReceiptListVerdict> {
  const key = keys.find(({ id }) => id === list.keyId);
  if (key === undefined) return { kind: 'invalid', reason: 'other-key' };
  if (!(await verifyText(list.text, list.signature, key.publicKey)))
    return { kind: 'invalid', reason: 'signature' };
  const receipts = readReceiptText(list.text);
  return receipts === undefined
    ? { kind: 'invalid', reason: 'malformed' }
    : { kind: 'valid', list, receipts };
}

/** The text that is signed: one spelling for one set of receipts in one order. */
export function receiptText(receipts: readonly Receipt[]): string {
  const lines = receipts.map(
    ({ of, id, digest, receivedAt }) => `${of} ${id} ${digest} ${new Date(receivedAt).toISOString()}`,
  );
  return [HEADER, ...lines].join('\n');
}

function readReceiptText(text: string): readonly Receipt[] | undefined {
  const [header, ...lines] = text.split('\n');
  if (header !== HEADER) return undefined;
  const receipts: Receipt[] = [];
  for (const line of lines) {
    const [of, id, digest, receivedAt, ...rest] = line.split(' ');
    const receipt = Receipt.safeParse({ of, id, digest, receivedAt });
    if (!receipt.success || rest.length > 0) return undefined;
    receipts.push(receipt.data);
  }
  return receipts;
}
