import { fromBase64url, toBase64url } from '../base64url.ts';
import { bytesToUuid, concatBytes, utf8, uuidToBytes } from '../bytes.ts';
import { EntityId } from '../ids.ts';
import type { EnvelopeHeader, EnvelopeKind } from './envelope.ts';

/*
 * Where each part of an envelope stands. README.md beside this file draws the table and says what each part is for.
 */

const MAGIC = utf8('VBE1');
const KIND_BYTES = { account: 1, dossier: 2, report: 3 } as const;
const KINDS = ['account', 'dossier', 'report'] as const;
const AT = { id: 4, kind: 20, contractVersion: 21, recipientKeyId: 23, enc: 31, ciphertext: 96 } as const;
/** AES-GCM's tag: a ciphertext is never shorter. */
const TAG_LENGTH = 16;

/** Longest envelope either side handles, in bytes; the plaintext is bounded on its own. */
export const MAX_ENVELOPE_BYTES = 512 * 1024;

/** An envelope taken apart, nothing of it verified. */
export interface EnvelopeParts {
  readonly header: EnvelopeHeader;
  /** Everything before `enc`: associated data of the seal and head of what the staff member signs. */
  readonly aad: Uint8Array<ArrayBuffer>;
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** The 31 bytes anybody may read. */
export function writeHeader(header: EnvelopeHeader): Uint8Array<ArrayBuffer> {
  const keyId = fromBase64url(header.recipientKeyId);
  if (keyId?.length !== 8) throw new Error('recipient key id is not 8 bytes');
  const version = [header.contractVersion >> 8, header.contractVersion & 0xff];
  return concatBytes(
    MAGIC,
    uuidToBytes(header.id),
    Uint8Array.of(KIND_BYTES[header.kind], ...version),
    keyId,
  );
}

/** Takes an envelope apart; undefined where the bytes cannot be one. */
export function readParts(bytes: Uint8Array): EnvelopeParts | undefined {
  if (bytes.length < AT.ciphertext + TAG_LENGTH || bytes.length > MAX_ENVELOPE_BYTES) return undefined;
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) return undefined;
  const id = EntityId.safeParse(bytesToUuid(bytes.subarray(AT.id, AT.kind)));
  const kind = kindOf(bytes[AT.kind]);
  if (!id.success || !kind) return undefined;
  const contractVersion = (bytes[AT.contractVersion] ?? 0) * 256 + (bytes[AT.contractVersion + 1] ?? 0);
  const recipientKeyId = toBase64url(bytes.subarray(AT.recipientKeyId, AT.enc));
  return {
    header: { id: id.data, kind, contractVersion, recipientKeyId },
    aad: new Uint8Array(bytes.subarray(0, AT.enc)),
    enc: new Uint8Array(bytes.subarray(AT.enc, AT.ciphertext)),
    ciphertext: new Uint8Array(bytes.subarray(AT.ciphertext)),
  };
}

/** The part of an envelope anybody may read, unverified; undefined where the bytes cannot be an envelope. */
export function readHeader(bytes: Uint8Array): EnvelopeHeader | undefined {
  return readParts(bytes)?.header;
}

function kindOf(byte: number | undefined): EnvelopeKind | undefined {
  return KINDS.find((kind) => KIND_BYTES[kind] === byte);
}
