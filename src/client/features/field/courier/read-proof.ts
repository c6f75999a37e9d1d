import type { Receipt } from '../../../../contract/down/receipt.ts';
import {
  ReceiptList,
  type VerifiedReceipts,
  verifyReceiptList,
} from '../../../../contract/down/receipt-list.ts';
import { verifyReceipt } from '../../../../contract/down/receipt-token.ts';
import type { NamedPublicKey } from '../../../../contract/keys.ts';

export type ReadProof =
  | ({ readonly kind: 'list' } & VerifiedReceipts)
  /** One receipt as a compact JWS. */
  | { readonly kind: 'token'; readonly receipt: Receipt; readonly jws: string }
  /** Signed with a key that this tablet has not learned of yet: its own next round with the office brings it. */
  | { readonly kind: 'other-key' }
  | { readonly kind: 'invalid' };

/**
 * Checks the office's word as it came home by hand: a signed list (contract version 2) or a compact JWS (version 1). Any
 * doubt is no proof, and the item stays (I2).
 */
export async function readProof(proof: string, keys: readonly NamedPublicKey[]): Promise<ReadProof> {
  const list = ReceiptList.safeParse(parseJson(proof));
  if (list.success) {
    const verdict = await verifyReceiptList(list.data, keys);
    if (verdict.kind === 'valid') return { ...verdict, kind: 'list' };
    return { kind: verdict.reason === 'other-key' ? 'other-key' : 'invalid' };
  }
  const verdict = await verifyReceipt(proof, keys);
  if (verdict.kind === 'valid') return { kind: 'token', receipt: verdict.receipt, jws: proof };
  return { kind: verdict.reason === 'other-key' ? 'other-key' : 'invalid' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
