import { fromBase64url } from '../base64url.ts';
import { bytesToUuid, concatBytes, uuidToBytes } from '../bytes.ts';
import { readParts, writeHeader } from '../envelope/layout.ts';
import { compressPoint, decompressPoint } from '../p256-point.ts';

/*
 * An envelope as it travels (kind 1 of decision 0015): without what the head of the request says for all of them, and
 * with half of its fresh point.
 *
 *   0      kind and sign of the point: 2, 3 account; 4, 5 dossier; 6, 7 report; odd where the point's y is odd
 *   1–16   id
 *   17–48  x of the point, big-endian
 *   49–    ciphertext and tag, as sealed
 *
 * The other side puts back the very same sealed bytes, because digests and receipts are over those.
 */

const AT = { id: 1, x: 17, ciphertext: 49 } as const;
const FIRST_BYTES = { account: 2, dossier: 4, report: 6 } as const;
const KINDS = ['account', 'dossier', 'report'] as const;

/** What the head of the request says once for all thin envelopes in it. */
export interface SharedHeader {
  readonly recipientKeyId: string;
  readonly contractVersion: number;
}

/**
 * The thin form of sealed bytes; undefined where they do not fit the shared header (sealed to another key, in another
 * version) or are no envelope that `restoreEnvelope` could put back byte for byte: such a one is sent whole.
 */
export function thinEnvelope(bytes: Uint8Array, shared: SharedHeader): Uint8Array<ArrayBuffer> | undefined {
  const parts = readParts(bytes);
  if (!parts) return undefined;
  const { header, enc, ciphertext } = parts;
  if (header.recipientKeyId !== shared.recipientKeyId) return undefined;
  if (header.contractVersion !== shared.contractVersion) return undefined;
  const point = compressPoint(enc);
  if (!point) return undefined;
  const sign = (point[0] ?? 0) & 1;
  return concatBytes(
    Uint8Array.of(FIRST_BYTES[header.kind] | sign),
    uuidToBytes(header.id),
    point.subarray(1),
    ciphertext,
  );
}

/**
 * The sealed bytes of which `thin` is the thin form; undefined where there are none. Takes bytes and header of a stranger:
 * never throws, and its work grows with the length of `thin` alone. What comes back is laid out as an envelope, and
 * nothing of it is verified.
 */
export function restoreEnvelope(thin: Uint8Array, shared: SharedHeader): Uint8Array<ArrayBuffer> | undefined {
  const first = thin[0];
  const kind = KINDS.find((each) => FIRST_BYTES[each] === ((first ?? 0) & ~1));
  if (first === undefined || kind === undefined || thin.length < AT.ciphertext) return undefined;
  const { contractVersion, recipientKeyId } = shared;
  if (!Number.isInteger(contractVersion) || contractVersion < 0 || contractVersion > 0xffff) return undefined;
  if (fromBase64url(recipientKeyId)?.length !== 8) return undefined;
  const point = concatBytes(Uint8Array.of(2 | (first & 1)), thin.subarray(AT.x, AT.ciphertext));
  const enc = decompressPoint(point);
  if (!enc) return undefined;
  const header = writeHeader({
    id: bytesToUuid(thin.subarray(AT.id, AT.x)),
    kind,
    contractVersion,
    recipientKeyId,
  });
  const bytes = concatBytes(header, enc, thin.subarray(AT.ciphertext));
  return readParts(bytes) ? bytes : undefined;
}
