import { utf8 } from '../../contract/bytes.ts';
import type { PinCost } from './model.ts';

/**
 * The AES key that a PIN opens a vault with:
 *
 *     Argon2id(PIN, salt, cost) ──▶ salt ┐
 *     device's pin secret ─────────▶ key ┴─ HKDF-SHA256 ──▶ AES-256-GCM key
 *
 * HKDF extracts with HMAC keyed by its salt over its key material, and HMAC is a pseudo-random function of either input:
 * whoever lacks the device secret or the PIN lacks the key. The secret takes the key place because only
 * that one can be a non-extractable `CryptoKey`. The hash is loaded when first needed: it is no part of the first screen.
 */
export async function derivePinKey(
  pin: string,
  { salt, cost }: { readonly salt: Uint8Array; readonly cost: PinCost },
  pinSecret: CryptoKey,
): Promise<CryptoKey> {
  const { hashPin } = await import('./argon2id.ts');
  const hash = await hashPin(pin, salt, cost);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: hash, info: utf8('ve-ban vault 1') },
    pinSecret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  hash.fill(0);
  return key;
}
