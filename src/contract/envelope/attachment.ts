import { fromBase64url, toBase64url } from '../base64url.ts';
import { concatBytes, uuidToBytes } from '../bytes.ts';
import { sha256Base64url } from '../keys.ts';

/*
 * A photo or signature: `iv (12) | AES-256-GCM ciphertext`, under a fresh key that is used for nothing else, with the
 * attachment's id as associated data: bytes stored under another id do not open.
 */

const IV_LENGTH = 12;

export interface SealedAttachmentBytes {
  /** 32 bytes, base64url: travels inside the envelope. */
  readonly key: string;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  readonly plaintextDigest: string;
  readonly ciphertextDigest: string;
}

/** Seals one attachment under a fresh key. Seal once: receipts name the digest of these bytes. */
export async function sealAttachment(
  bytes: Uint8Array<ArrayBuffer>,
  id: string,
): Promise<SealedAttachmentBytes> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const aesKey = await crypto.subtle.importKey('raw', key, { name: 'AES-GCM' }, false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: uuidToBytes(id) },
    aesKey,
    bytes,
  );
  const ciphertext = concatBytes(iv, new Uint8Array(sealed));
  return {
    key: toBase64url(key),
    ciphertext,
    plaintextDigest: await sha256Base64url(bytes),
    ciphertextDigest: await sha256Base64url(ciphertext),
  };
}

/** Opens one attachment; undefined where key, id or a single byte is another. */
export async function openAttachment(
  ciphertext: Uint8Array<ArrayBuffer>,
  key: string,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const rawKey = fromBase64url(key);
  if (rawKey?.length !== 32 || ciphertext.length < IV_LENGTH) return undefined;
  const aesKey = await crypto.subtle.importKey('raw', rawKey, { name: 'AES-GCM' }, false, ['decrypt']);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: ciphertext.slice(0, IV_LENGTH), additionalData: uuidToBytes(id) },
      aesKey,
      ciphertext.slice(IV_LENGTH),
    );
    return new Uint8Array(opened);
  } catch {
    return undefined;
  }
}
