import { toBase64url } from '../../contract/base64url.ts';
import { concatBytes } from '../../contract/bytes.ts';
import {
  exportPrivateKey,
  importKeyPair,
  type NamedKeyPair,
  rawPublicKeyOf,
  sha256,
} from '../../contract/keys.ts';
import { aesOpen, aesSeal } from './aes-gcm.ts';
import type { DeviceKeys, OpenVault, PinCost, VaultRecord } from './model.ts';
import { derivePinKey } from './pin-key.ts';

/*
 * A vault at rest: `wrappedKeys` = checksum (8) | iv (12) | AES-GCM(data key (32) | signing key as PKCS #8).
 * The checksum is the head of the SHA-256 of what follows it. It protects nothing from a person; it tells rotten bytes
 * from a wrong PIN, so that nobody is locked out by counting PINs against a record no PIN can open.
 */

const CHECKSUM_LENGTH = 8;
const DATA_KEY_LENGTH = 32;

export type OpenVaultOutcome =
  | { readonly kind: 'opened'; readonly vault: OpenVault }
  | { readonly kind: 'wrong-pin' }
  /** The record itself is broken: the PIN is not to blame, and is not counted. */
  | { readonly kind: 'damaged' };

interface Staff {
  readonly staffId: string;
  readonly displayName: string;
  readonly login: string;
}

/**
 * Makes a staff member's vault with a fresh data key, and opens it. `signingKeyPair` is extractable, for this one moment;
 * the vault hands out a non-extractable twin. The staff fields are not bound to the keys: a vault made before the office
 * has answered who it is for gets them afterwards by `{ ...record, ...staff }`.
 */
export async function createVault(input: {
  readonly pin: string;
  readonly deviceKeys: DeviceKeys;
  readonly staff: Staff;
  readonly signingKeyPair: NamedKeyPair;
  readonly cost: PinCost;
}): Promise<{ readonly record: VaultRecord; readonly vault: OpenVault }> {
  const { staff, signingKeyPair, cost } = input;
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const dataKey = crypto.getRandomValues(new Uint8Array(DATA_KEY_LENGTH));
  const signingKey = await exportPrivateKey(signingKeyPair.privateKey);
  const pinKey = await derivePinKey(input.pin, { salt, cost }, input.deviceKeys.pinSecret);
  const keys = concatBytes(dataKey, signingKey);
  const wrapped = await aesSeal(pinKey, keys, wrapContext(signingKeyPair.id));
  const record: VaultRecord = {
    ...staff,
    salt,
    cost,
    wrappedKeys: concatBytes(await checksumOf(wrapped), wrapped),
    signingPublicKey: await rawPublicKeyOf(signingKeyPair.publicKey),
    signerKeyId: signingKeyPair.id,
  };
  const vault = await vaultOf(record, keys);
  for (const secret of [dataKey, signingKey, keys]) secret.fill(0);
  return { record, vault };
}

/**
 * Opens a vault with the PIN, on the tablet it was made on. This alone counts nothing: screens go through
 * `unlockVault`, which counts each try before it is made.
 */
export async function openVault(
  record: VaultRecord,
  pin: string,
  deviceKeys: DeviceKeys,
): Promise<OpenVaultOutcome> {
  const wrapped = record.wrappedKeys.slice(CHECKSUM_LENGTH);
  const checksum = await checksumOf(wrapped);
  if (checksum.some((byte, i) => byte !== record.wrappedKeys[i])) return { kind: 'damaged' };
  const pinKey = await derivePinKey(pin, record, deviceKeys.pinSecret);
  const keys = await aesOpen(pinKey, wrapped, wrapContext(record.signerKeyId));
  if (!keys) return { kind: 'wrong-pin' };
  const vault = await vaultOf(record, keys);
  keys.fill(0);
  return { kind: 'opened', vault };
}

async function vaultOf(record: VaultRecord, keys: Uint8Array<ArrayBuffer>): Promise<OpenVault> {
  const rawDataKey = keys.slice(0, DATA_KEY_LENGTH);
  const pkcs8 = keys.slice(DATA_KEY_LENGTH);
  const signingKey = await importKeyPair(pkcs8, toBase64url(record.signingPublicKey), 'signing');
  let dataKey: CryptoKey | undefined = await crypto.subtle.importKey('raw', rawDataKey, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  for (const secret of [rawDataKey, pkcs8]) secret.fill(0);
  const openKey = () => {
    if (!dataKey) throw new Error('vault is closed');
    return dataKey;
  };
  return {
    staffId: record.staffId,
    displayName: record.displayName,
    get signingKey() {
      openKey();
      return signingKey;
    },
    seal: async (plaintext, context) => await aesSeal(openKey(), plaintext, context),
    open: async (sealed, context) => await aesOpen(openKey(), sealed, context),
    close: () => {
      dataKey = undefined;
    },
  };
}

function wrapContext(signerKeyId: string): string {
  return `ve-ban vault-keys 1 ${signerKeyId}`;
}

async function checksumOf(wrapped: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return (await sha256(wrapped)).subarray(0, CHECKSUM_LENGTH);
}
