import { toBase64url } from '../../contract/base64url.ts';
import { utf8 } from '../../contract/bytes.ts';
import { hpkeOpen, hpkeSeal } from '../../contract/envelope/suite.ts';
import {
  exportPrivateKey,
  generateKeyPair,
  importKeyPair,
  importPublicKey,
  type NamedKeyPair,
  rawPublicKeyOf,
} from '../../contract/keys.ts';
import { aesOpen, aesSeal } from './aes-gcm.ts';
import type { OpenVault } from './model.ts';

/*
 * The kiosk writes and cannot read. Each visit has an AES key of its own, in memory for as long as the person is there; on
 * the disk it rests sealed (HPKE) to a pair whose private half only the vault of the one who switched the kiosk on opens.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const INFO = utf8('ve-ban kiosk visit 1');
const KEYS_CONTEXT = 'kiosk-keys';
const ENC_LENGTH = 65;

/** The pair as it rests: `sealed` opens with the vault alone. */
export interface KioskKeys {
  readonly publicKey: Bytes;
  readonly sealed: Bytes;
}

export async function makeKioskKeys(vault: OpenVault): Promise<KioskKeys> {
  const pair = await generateKeyPair('sealing', true);
  const secret = await exportPrivateKey(pair.privateKey);
  const sealed = await vault.seal(secret, KEYS_CONTEXT);
  secret.fill(0);
  return { publicKey: await rawPublicKeyOf(pair.publicKey), sealed };
}

/** Undefined where this vault does not open them. */
export async function openKioskKeys(vault: OpenVault, keys: KioskKeys): Promise<NamedKeyPair | undefined> {
  const secret = await vault.open(keys.sealed, KEYS_CONTEXT);
  return secret && (await importKeyPair(secret, toBase64url(keys.publicKey), 'sealing'));
}

/** A fresh vault for one visit, and its key as it may rest. Throws where the kiosk's public key is damaged. */
export async function makeVisit(
  id: string,
  publicKey: Bytes,
): Promise<{ readonly vault: OpenVault; readonly sealedKey: Bytes }> {
  const recipient = await importPublicKey(toBase64url(publicKey), 'sealing');
  if (recipient === undefined) throw new Error("the kiosk's public key is damaged");
  const key = crypto.getRandomValues(new Uint8Array(32));
  const sealedKey = await hpkeSeal(key, utf8(id), recipient.publicKey, INFO);
  const vault = await vaultOf(id, key);
  key.fill(0);
  return { vault, sealedKey };
}

/** The vault of a visit that has ended; undefined where the pair is another, or a byte of the sealed key is. */
export async function openVisit(
  id: string,
  sealedKey: Bytes,
  pair: NamedKeyPair,
): Promise<OpenVault | undefined> {
  const [enc, ciphertext] = [sealedKey.slice(0, ENC_LENGTH), sealedKey.slice(ENC_LENGTH)];
  const key = await hpkeOpen({ enc, ciphertext, aad: utf8(id) }, pair, INFO);
  return key && (await vaultOf(id, key));
}

async function vaultOf(id: string, raw: Bytes): Promise<OpenVault> {
  let key: CryptoKey | undefined = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  const openKey = () => {
    if (!key) throw new Error('the visit has ended');
    return key;
  };
  return {
    staffId: id,
    displayName: '',
    get signingKey(): never {
      throw new Error('nothing is signed at the kiosk');
    },
    seal: async (plaintext, context) => await aesSeal(openKey(), plaintext, context),
    open: async (sealed, context) => await aesOpen(openKey(), sealed, context),
    close: () => {
      key = undefined;
    },
  };
}
