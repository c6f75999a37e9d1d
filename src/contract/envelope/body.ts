import { fromUtf8, utf8 } from '../bytes.ts';
import type { Report } from '../up/report.ts';
import type { Submission } from '../up/submission.ts';
import { deflateBody, inflateBody, MAX_BODY_BYTES } from './compression.ts';
import type { DictionaryId } from './dictionary.ts';
import { type PackingContext, packText, unpackText } from './packing/pack.ts';

/*
 * How the JSON of a submission or a report is written into an envelope; the first byte of what is signed says which way.
 *
 *   1  raw deflate with the preset dictionary 1
 *   2  packed by a model (packing/README.md), since contract version 2
 *
 * An encoding is part of the wire: it never changes, and each one that ever was is read for ever.
 */

export const ENCODINGS = { deflated: 1, packed: 2 } as const;
const DICTIONARY: DictionaryId = 1;

export interface EncodedBody {
  readonly encoding: number;
  readonly bytes: Uint8Array;
}

/** Who sealed: known to the opener from the signer's key, so encoding 2 does not say it, but the signature binds it. */
export interface Signatory {
  readonly staffId: string;
  readonly deviceId: string;
}

/**
 * The JSON of a message in the fewest bytes. What was packed is read back first: where it did not come back letter for
 * letter, or cannot be packed at all, it is deflated. `place`: the commune as its consent texts name it, or ''.
 */
export async function encodeBody(message: Submission | Report, place: string): Promise<EncodedBody> {
  const text = JSON.stringify(message);
  if (utf8(text).length > MAX_BODY_BYTES) throw new Error('message too long to seal');
  const { staffId, deviceId } = message.assistedBy;
  const context: PackingContext = { id: message.id, staffId, deviceId };
  const packed = await packText(text, place, context);
  if (packed && (await unpackText(packed, context)) === text) {
    return { encoding: ENCODINGS.packed, bytes: packed };
  }
  return { encoding: ENCODINGS.deflated, bytes: deflateBody(utf8(text), DICTIONARY) };
}

/** The JSON text of a body; undefined for an unknown encoding and for bytes that are none of it. Bounded, never throws. */
export async function decodeBody(
  { encoding, bytes }: EncodedBody,
  context: PackingContext,
): Promise<string | undefined> {
  if (encoding === ENCODINGS.packed) return await unpackText(bytes, context);
  if (encoding !== ENCODINGS.deflated) return undefined;
  const inflated = inflateBody(bytes, DICTIONARY);
  return inflated && fromUtf8(inflated);
}
