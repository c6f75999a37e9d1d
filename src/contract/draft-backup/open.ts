import { fromUtf8, utf8 } from '../bytes.ts';
import { inflateBody } from '../envelope/compression.ts';
import { hpkeOpen, hpkeSeal } from '../envelope/suite.ts';
import { type NamedKeyPair, type NamedPublicKey, verifyBytes, type WebCryptoKey } from '../keys.ts';
import type { BackupParts } from './layout.ts';
import { BACKUP_INFO } from './seal.ts';

const RESTORED_INFO = utf8('ve-ban draft restored 1');
const ENC_LENGTH = 65;

/** What a restored draft is bound to: given to another person or under another id, it does not open. */
export interface RestoredFor {
  readonly id: string;
  readonly updatedAt: string;
  /** Who takes it. */
  readonly staffId: string;
}

/** Whether the backup, as it stands, was signed by the owner of the key. */
export async function verifyDraftBackup(parts: BackupParts, signer: WebCryptoKey): Promise<boolean> {
  return await verifyBytes(parts.signed, parts.signature, signer);
}

/**
 * Seals a kept draft anew, to the key that a tablet made for this one time. The office takes the seal off and puts
 * another on; it does not unpack or read. Undefined where the backup does not open with this key.
 */
export async function resealDraft(
  parts: BackupParts,
  recipient: NamedKeyPair,
  to: RestoredFor & { readonly key: NamedPublicKey },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const packed = await hpkeOpen(parts, recipient, BACKUP_INFO);
  return packed && (await hpkeSeal(packed, aadOf(to), to.key.publicKey, RESTORED_INFO));
}

/** The content of a restored draft; undefined where key, draft, person or a single byte is another. */
export async function openRestoredDraft(
  sealed: Uint8Array<ArrayBuffer>,
  of: RestoredFor,
  key: NamedKeyPair,
): Promise<string | undefined> {
  const parts = { enc: sealed.slice(0, ENC_LENGTH), ciphertext: sealed.slice(ENC_LENGTH), aad: aadOf(of) };
  const packed = await hpkeOpen(parts, key, RESTORED_INFO);
  const [dictionaryId] = packed ?? [];
  if (packed === undefined || dictionaryId === undefined) return undefined;
  const body = inflateBody(packed.subarray(1), dictionaryId);
  return body && fromUtf8(body);
}

function aadOf({ id, updatedAt, staffId }: RestoredFor): Uint8Array<ArrayBuffer> {
  return utf8(`${id}\n${updatedAt}\n${staffId}`);
}
