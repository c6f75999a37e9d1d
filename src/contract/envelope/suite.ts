import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { concatBytes, utf8 } from '../bytes.ts';
import type { NamedKeyPair, WebCryptoKey } from '../keys.ts';

/*
 * HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The curve is one that WebCrypto keeps
 * non-extractable everywhere, Node 20 and old tablets included.
 */

const ENVELOPE = utf8('ve-ban envelope 1');
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/**
 * Seals to the holder of `recipient`: `enc` (65 bytes) and ciphertext, one after the other. `info` says what kind of
 * thing it is: sealed as one kind, it opens as no other.
 */
export async function hpkeSeal(
  plaintext: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
  recipient: WebCryptoKey,
  info = ENVELOPE,
): Promise<Uint8Array<ArrayBuffer>> {
  const sender = await suite.createSenderContext({ recipientPublicKey: recipient, info });
  return concatBytes(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(plaintext, aad)));
}

/** Opens; undefined where key, associated data or a single byte is another. */
export async function hpkeOpen(
  { enc, ciphertext, aad }: Record<'enc' | 'ciphertext' | 'aad', Uint8Array<ArrayBuffer>>,
  recipient: NamedKeyPair,
  info = ENVELOPE,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    // A non-extractable private key cannot give its public half, which the KEM hashes in: hence the pair.
    const recipientKey = { privateKey: recipient.privateKey, publicKey: recipient.publicKey };
    const context = await suite.createRecipientContext({ recipientKey, enc, info });
    return new Uint8Array(await context.open(ciphertext, aad));
  } catch {
    return undefined;
  }
}
