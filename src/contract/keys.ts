import { fromBase64url, toBase64url } from './base64url.ts';
import { utf8 } from './bytes.ts';

/*
 * P-256 keys as they cross the wire. A public key is its raw uncompressed point, base64url; its id is the first 8 bytes
 * of the SHA-256 of that point. `signing` keys are ECDSA (tablets, staff, receipts), `sealing` keys ECDH (HPKE).
 */

/**
 * WebCrypto's key object. Taken from the platform's own `crypto`, because browsers and Node name the type
 * in different places.
 */
export type WebCryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A pair as WebCrypto holds it, with the id that names it everywhere. */
export interface NamedKeyPair {
  readonly id: string;
  readonly privateKey: WebCryptoKey;
  readonly publicKey: WebCryptoKey;
}

/** A public key with its id. */
export interface NamedPublicKey {
  readonly id: string;
  readonly publicKey: WebCryptoKey;
}

type Purpose = 'signing' | 'sealing';

const ALGORITHMS = {
  signing: { name: 'ECDSA', namedCurve: 'P-256' },
  sealing: { name: 'ECDH', namedCurve: 'P-256' },
} as const;
const PRIVATE_USAGES = { signing: ['sign'], sealing: ['deriveBits'] } as const;
const PUBLIC_USAGES = { signing: ['verify'], sealing: [] } as const;
const PAIR_USAGES = { signing: ['sign', 'verify'], sealing: ['deriveBits'] } as const;
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** SHA-256 of bytes. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** A `Digest`: SHA-256, base64url, 43 characters. */
export async function sha256Base64url(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(await sha256(bytes));
}

/** The `KeyId` of a raw public key. */
export async function keyIdOf(rawPublicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url((await sha256(rawPublicKey)).subarray(0, 8));
}

/** Makes a new pair. Non-extractable unless the private half must be wrapped and stored as bytes. */
export async function generateKeyPair(purpose: Purpose, extractable = false): Promise<NamedKeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHMS[purpose], extractable, [...PAIR_USAGES[purpose]]);
  return {
    id: await keyIdOf(await rawPublicKeyOf(pair.publicKey)),
    privateKey: pair.privateKey,
    publicKey: pair.publicKey,
  };
}

/** The 65 bytes of a public key. */
export async function rawPublicKeyOf(publicKey: WebCryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
}

/** A public key as it crosses the wire (`PublicKey`). */
export async function exportPublicKey(publicKey: WebCryptoKey): Promise<string> {
  return toBase64url(await rawPublicKeyOf(publicKey));
}

/** Reads a `PublicKey` from the wire; undefined where it is not a point of the curve. */
export async function importPublicKey(
  encoded: string,
  purpose: Purpose,
): Promise<NamedPublicKey | undefined> {
  const raw = fromBase64url(encoded);
  if (raw?.length !== 65) return undefined;
  try {
    const publicKey = await crypto.subtle.importKey('raw', raw, ALGORITHMS[purpose], true, [
      ...PUBLIC_USAGES[purpose],
    ]);
    return { id: await keyIdOf(raw), publicKey };
  } catch {
    return undefined;
  }
}

/** PKCS #8 of an extractable private key, to be wrapped before it rests anywhere. */
export async function exportPrivateKey(privateKey: WebCryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
}

/** A pair from stored halves, private half non-extractable from here on. Throws where they are damaged. */
export async function importKeyPair(
  pkcs8: Uint8Array<ArrayBuffer>,
  publicKey: string,
  purpose: Purpose,
): Promise<NamedKeyPair> {
  const named = await importPublicKey(publicKey, purpose);
  if (!named) throw new Error('stored public key is damaged');
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHMS[purpose], false, [
    ...PRIVATE_USAGES[purpose],
  ]);
  return { ...named, privateKey };
}

/** ES256 over bytes: 64 bytes, r then s. */
export async function signBytes(
  bytes: Uint8Array<ArrayBuffer>,
  privateKey: WebCryptoKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, bytes));
}

/** Whether `signature` is the key's ES256 over exactly these bytes. A malformed signature is a wrong one. */
export async function verifyBytes(
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  publicKey: WebCryptoKey,
): Promise<boolean> {
  return signature.length === 64 && (await crypto.subtle.verify(ECDSA, publicKey, signature, bytes));
}

/** ES256 over a text, base64url: for headers and proofs. */
export async function signText(text: string, privateKey: WebCryptoKey): Promise<string> {
  return toBase64url(await signBytes(utf8(text), privateKey));
}

/** Counterpart of `signText`; a malformed signature is a wrong one. */
export async function verifyText(text: string, signature: string, publicKey: WebCryptoKey): Promise<boolean> {
  const bytes = fromBase64url(signature);
  return bytes !== undefined && (await verifyBytes(utf8(text), bytes, publicKey));
}
