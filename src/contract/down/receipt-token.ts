import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import { fromUtf8, utf8 } from '../bytes.ts';
import type { WebCryptoKey } from '../keys.ts';
import { Receipt } from './receipt.ts';

const TYPE = 've-ban-receipt';

export type ReceiptVerdict =
  | { readonly kind: 'valid'; readonly receipt: Receipt }
  | {
      readonly kind: 'invalid';
      readonly reason: 'malformed' | 'other-type' | 'other-key' | 'signature' | 'payload';
    };

/** Signs the server's word. Sign once and store the text: a second signature over the same receipt differs. */
export async function signReceipt(
  receipt: Receipt,
  key: { readonly id: string; readonly privateKey: WebCryptoKey },
): Promise<string> {
  return await new CompactSign(utf8(JSON.stringify(Receipt.parse(receipt))))
    .setProtectedHeader({ alg: 'ES256', typ: TYPE, kid: key.id })
    .sign(key.privateKey);
}

/** Checks a receipt against the keys the tablet trusts. Any doubt is `invalid`: the item then stays (I2). */
export async function verifyReceipt(
  jws: string,
  keys: readonly { readonly id: string; readonly publicKey: WebCryptoKey }[],
): Promise<ReceiptVerdict> {
  try {
    const { kid } = decodeProtectedHeader(jws);
    const key = keys.find(({ id }) => id === kid);
    if (key === undefined) return { kind: 'invalid', reason: 'other-key' };
    const { payload, protectedHeader } = await compactVerify(jws, key.publicKey, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== TYPE) return { kind: 'invalid', reason: 'other-type' };
    const receipt = Receipt.safeParse(parseJson(fromUtf8(new Uint8Array(payload))));
    return receipt.success
      ? { kind: 'valid', receipt: receipt.data }
      : { kind: 'invalid', reason: 'payload' };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { kind: 'invalid', reason: 'signature' };
    // Of a text that is no token at all, jose says TypeError.
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      return { kind: 'invalid', reason: 'malformed' };
    throw error;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
