import { fromBase64url, toBase64url } from '../base64url.ts';
import { bytesToUuid, concatBytes, fromUtf8, utf8, uuidToBytes } from '../bytes.ts';
import { EntityId } from '../ids.ts';

/*
 * Where each part of a draft backup stands. README.md beside this file draws the table and says what each part is for.
 */

const MAGIC = utf8('VBD1');
const WHAT_BYTES = { draft: 1, ended: 2 } as const;
const AT = {
  what: 4,
  id: 5,
  staffId: 21,
  updatedAt: 37,
  version: 45,
  signer: 47,
  recipient: 55,
  procedure: 63,
} as const;
const ENC_LENGTH = 65;
/** AES-GCM's tag: a ciphertext is never shorter. */
const TAG_LENGTH = 16;
const SIGNATURE_LENGTH = 64;
const NO_KEY = toBase64url(new Uint8Array(8));

/** Longest backup either side handles, in bytes. */
export const MAX_BACKUP_BYTES = 512 * 1024;

/** The part of a backup anybody may read. Names no citizen. */
export interface BackupHeader {
  /** A draft's state, or the news that it was finished or discarded. */
  readonly what: 'draft' | 'ended';
  readonly id: string;
  readonly staffId: string;
  /** Moment of the draft's state, RFC 3339 in UTC with milliseconds. */
  readonly updatedAt: string;
  readonly contractVersion: number;
  readonly signerKeyId: string;
  /** Key it is sealed to; zeros where nothing is sealed. */
  readonly recipientKeyId: string;
  /** Empty where nothing is sealed. */
  readonly procedureId: string;
}

/** A backup taken apart, nothing of it verified. */
export interface BackupParts {
  readonly header: BackupHeader;
  /** The bytes of the header: associated data of the seal. */
  readonly aad: Uint8Array<ArrayBuffer>;
  /** Both empty for the news that a draft has ended. */
  readonly enc: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** Everything before the signature. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Header of the news that a draft has ended. */
export function endedHeader(
  of: Pick<BackupHeader, 'id' | 'staffId' | 'updatedAt' | 'contractVersion' | 'signerKeyId'>,
): BackupHeader {
  return { ...of, what: 'ended', recipientKeyId: NO_KEY, procedureId: '' };
}

export function writeBackupHeader(header: BackupHeader): Uint8Array<ArrayBuffer> {
  const procedure = utf8(header.procedureId);
  if (procedure.length > 60) throw new Error('procedure id is longer than 60 bytes');
  const moment = new Uint8Array(8);
  new DataView(moment.buffer).setBigUint64(0, BigInt(Date.parse(header.updatedAt)));
  return concatBytes(
    MAGIC,
    Uint8Array.of(WHAT_BYTES[header.what]),
    uuidToBytes(header.id),
    uuidToBytes(header.staffId),
    moment,
    Uint8Array.of(header.contractVersion >> 8, header.contractVersion & 0xff),
    keyIdBytes(header.signerKeyId),
    keyIdBytes(header.recipientKeyId),
    Uint8Array.of(procedure.length),
    procedure,
  );
}

/** Takes a backup apart; undefined where the bytes cannot be one. */
export function readBackup(bytes: Uint8Array): BackupParts | undefined {
  if (bytes.length > MAX_BACKUP_BYTES || MAGIC.some((byte, i) => bytes[i] !== byte)) return undefined;
  const header = readHeader(bytes);
  if (header === undefined) return undefined;
  const body = AT.procedure + 1 + (bytes[AT.procedure] ?? 0);
  const end = bytes.length - SIGNATURE_LENGTH;
  const sealedLength = end - body;
  const fits = header.what === 'ended' ? sealedLength === 0 : sealedLength > ENC_LENGTH + TAG_LENGTH;
  if (!fits) return undefined;
  const encEnd = header.what === 'ended' ? body : body + ENC_LENGTH;
  return {
    header,
    aad: bytes.slice(0, body),
    enc: bytes.slice(body, encEnd),
    ciphertext: bytes.slice(encEnd, end),
    signed: bytes.slice(0, end),
    signature: bytes.slice(end),
  };
}

function readHeader(bytes: Uint8Array): BackupHeader | undefined {
  const what =
    bytes[AT.what] === WHAT_BYTES.draft ? 'draft' : bytes[AT.what] === WHAT_BYTES.ended ? 'ended' : undefined;
  const id = EntityId.safeParse(bytesToUuid(bytes.subarray(AT.id, AT.staffId)));
  const staffId = EntityId.safeParse(bytesToUuid(bytes.subarray(AT.staffId, AT.updatedAt)));
  const procedureEnd = AT.procedure + 1 + (bytes[AT.procedure] ?? 0);
  if (what === undefined || !id.success || !staffId.success || bytes.length < procedureEnd) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moment = new Date(Number(view.getBigUint64(AT.updatedAt)));
  const procedureId = fromUtf8(bytes.slice(AT.procedure + 1, procedureEnd));
  if (Number.isNaN(moment.getTime()) || procedureId === undefined) return undefined;
  if ((what === 'draft') !== /^[a-z0-9-]{1,60}$/.test(procedureId)) return undefined;
  return {
    what,
    id: id.data,
    staffId: staffId.data,
    updatedAt: moment.toISOString(),
    contractVersion: view.getUint16(AT.version),
    signerKeyId: toBase64url(bytes.subarray(AT.signer, AT.recipient)),
    recipientKeyId: toBase64url(bytes.subarray(AT.recipient, AT.procedure)),
    procedureId,
  };
}

function keyIdBytes(keyId: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(keyId);
  if (bytes?.length !== 8) throw new Error('key id is not 8 bytes');
  return bytes;
}
