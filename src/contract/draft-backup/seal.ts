import { concatBytes, utf8 } from '../bytes.ts';
import { deflateBody, MAX_BODY_BYTES } from '../envelope/compression.ts';
import { CURRENT_DICTIONARY } from '../envelope/dictionary.ts';
import { hpkeSeal } from '../envelope/suite.ts';
import { type NamedKeyPair, type NamedPublicKey, signBytes } from '../keys.ts';
import { CONTRACT_VERSION } from '../version.ts';
import { type BackupHeader, endedHeader, MAX_BACKUP_BYTES, writeBackupHeader } from './layout.ts';

/** What makes a backup no envelope and no restored draft, even to the key that opens all three. */
export const BACKUP_INFO = utf8('ve-ban draft backup 1');

interface Of {
  readonly id: string;
  readonly staffId: string;
  readonly updatedAt: string;
}

/**
 * Seals the state of a draft for the office's safekeeping, signed with the staff member's key over the sealed bytes: the
 * office can tell whose it is without opening it. `content` is opaque here; it is text that the tablet reads again.
 * `too-long` where it would not fit: the draft stays on the tablet alone.
 */
export async function sealDraftBackup(
  draft: Of & { readonly procedureId: string; readonly content: string },
  keys: { readonly recipient: NamedPublicKey; readonly signer: NamedKeyPair },
): Promise<
  { readonly kind: 'sealed'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'too-long' }
> {
  const body = utf8(draft.content);
  if (body.length > MAX_BODY_BYTES) return { kind: 'too-long' };
  const aad = writeBackupHeader(headerOf(draft, keys));
  const packed = concatBytes(Uint8Array.of(CURRENT_DICTIONARY), deflateBody(body, CURRENT_DICTIONARY));
  const sealed = await hpkeSeal(packed, aad, keys.recipient.publicKey, BACKUP_INFO);
  const bytes = await sign(concatBytes(aad, sealed), keys.signer);
  return bytes.length > MAX_BACKUP_BYTES ? { kind: 'too-long' } : { kind: 'sealed', bytes };
}

/** The signed news that a draft was finished or discarded on this tablet: what is kept of it may go. */
export async function signDraftEnded(draft: Of, signer: NamedKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  const header = endedHeader({ ...draft, contractVersion: CONTRACT_VERSION, signerKeyId: signer.id });
  return await sign(writeBackupHeader(header), signer);
}

function headerOf(
  { id, staffId, updatedAt, procedureId }: Of & { readonly procedureId: string },
  keys: { readonly recipient: NamedPublicKey; readonly signer: NamedKeyPair },
): BackupHeader {
  return {
    what: 'draft',
    id,
    staffId,
    updatedAt,
    contractVersion: CONTRACT_VERSION,
    signerKeyId: keys.signer.id,
    recipientKeyId: keys.recipient.id,
    procedureId,
  };
}

async function sign(signed: Uint8Array<ArrayBuffer>, signer: NamedKeyPair): Promise<Uint8Array<ArrayBuffer>> {
  return concatBytes(signed, await signBytes(signed, signer.privateKey));
}
