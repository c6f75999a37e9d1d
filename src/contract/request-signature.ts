import { toBase64url } from './base64url.ts';
import { sha256Base64url, signText, verifyText, type WebCryptoKey } from './keys.ts';

/*
 * How a tablet signs its requests, and how the server signs its answers.
 *
 *   request:  ve-ban-device: <deviceId>
 *             ve-ban-nonce: <16 random bytes, base64url>
 *             ve-ban-signature: ES256 by the device key over
 *                UTF-8 "ve-ban-request/1\n" METHOD "\n" path "\n" nonce "\n" base64url(SHA-256(body)) or "-" for upload bodies
 *             (path as sent, with its query string)
 *             ve-ban-trusted-keys: <ids of the receipt keys this tablet trusts, newest first, between spaces>
 *   answer:   ve-ban-key: <receipt key id: the first trusted one that the server has, else its current one>
 *             ve-ban-signature: ES256 by the receipt key over UTF-8 "ve-ban-answer/1\n" nonce "\n" base64url(SHA-256(answer body))
 *
 * The device key needs no PIN, so the service worker can send while the app is locked; upload bodies are ciphertext
 * whose digest the envelope names, so they are not hashed a second time here. Replaying a request is harmless:
 * everything behind it is idempotent.
 */

export const DEVICE_HEADER = 've-ban-device';
export const NONCE_HEADER = 've-ban-nonce';
export const SIGNATURE_HEADER = 've-ban-signature';
export const KEY_HEADER = 've-ban-key';
export const TRUSTED_KEYS_HEADER = 've-ban-trusted-keys';

interface RequestParts {
  readonly method: string;
  /** Path and query string as sent, without the origin. */
  readonly path: string;
  /** Null for upload bodies, which are not hashed here. A request without a body signs zero bytes. */
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly nonce: string;
}

interface AnswerParts {
  /** Nonce of the request this answers: an answer recorded elsewhere does not fit. */
  readonly nonce: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A fresh nonce: 16 random bytes, base64url. */
export function makeNonce(randomBytes: (length: number) => Uint8Array): string {
  return toBase64url(randomBytes(16));
}

/** Value of the signature header of a request. */
export async function signRequest(
  request: RequestParts & { readonly privateKey: WebCryptoKey },
): Promise<string> {
  return await signText(await requestText(request), request.privateKey);
}

/** Whether the request was signed, as it stands, by the owner of the key. Never throws on hostile input. */
export async function verifyRequest(
  request: RequestParts & { readonly signature: string; readonly publicKey: WebCryptoKey },
): Promise<boolean> {
  return await verifyText(await requestText(request), request.signature, request.publicKey);
}

/** Value of the signature header of an answer. */
export async function signAnswer(
  answer: AnswerParts & { readonly privateKey: WebCryptoKey },
): Promise<string> {
  return await signText(await answerText(answer), answer.privateKey);
}

/** Whether the answer comes, as it stands, from the owner of the key and for this nonce. */
export async function verifyAnswer(
  answer: AnswerParts & { readonly signature: string; readonly publicKey: WebCryptoKey },
): Promise<boolean> {
  return await verifyText(await answerText(answer), answer.signature, answer.publicKey);
}

async function requestText({ method, path, body, nonce }: RequestParts): Promise<string> {
  const bodyDigest = body === null ? '-' : await sha256Base64url(body);
  return `ve-ban-request/1\n${method.toUpperCase()}\n${path}\n${nonce}\n${bodyDigest}`;
}

async function answerText({ nonce, body }: AnswerParts): Promise<string> {
  return `ve-ban-answer/1\n${nonce}\n${await sha256Base64url(body)}`;
}
