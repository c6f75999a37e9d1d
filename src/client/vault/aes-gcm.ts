import { concatBytes, utf8 } from '../../contract/bytes.ts';

const IV_LENGTH = 12;

/** `iv || ciphertext` under AES-256-GCM with a fresh random iv; `context` is bound as associated data. */
export async function aesSeal(
  key: CryptoKey,
  plaintext: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(context) };
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext)));
}

/** Undefined where key, context or a single byte is another. */
export async function aesOpen(
  key: CryptoKey,
  sealed: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const iv = sealed.slice(0, IV_LENGTH);
  if (iv.length < IV_LENGTH) return undefined;
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(context) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(IV_LENGTH)));
  } catch {
    return undefined;
  }
}
