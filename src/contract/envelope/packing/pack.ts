import { toBase64url } from '../../base64url.ts';
import { fromUtf8, utf8 } from '../../bytes.ts';
import { sha256 } from '../../keys.ts';
import { BitReader, BitWriter, codeBits } from './arithmetic.ts';
import { CONSENT_TEXTS_2 } from './consent-texts-2.ts';
import { ABOVE_MARKS, MARK } from './marks.ts';
import { Model } from './model.ts';
import { Phrases } from './phrases.ts';
import { phrases2 } from './phrases-2.ts';
import { primingTexts2 } from './priming-2.ts';
import { readText } from './read-text.ts';
import { type Sink, writeText } from './write-text.ts';

/** What both sides know of a body before they read it. */
export interface PackingContext {
  readonly id: string;
  readonly staffId: string;
  readonly deviceId: string;
}

/** Longest text that is packed: what a stranger's bytes may cost the reader is bounded by it. */
export const MAX_PACKED_TEXT_BYTES = 32 * 1024;
const MAX_PLACE_BYTES = 64;

interface Primed {
  readonly phrases: Phrases;
  readonly model: Model;
}
let primed: Primed | undefined;

/** Read once, then copied for each body. */
function getPrimed(): Primed {
  if (primed) return primed;
  const phrases = new Phrases(phrases2());
  const model = new Model();
  const sink = { symbol: (value: number) => void model.code(NOBODY, value), bits: () => undefined };
  const digests = CONSENT_TEXTS_2.map((_, i) => toBase64url(new Uint8Array(32).fill(i)));
  for (const { place, text, uuids } of primingTexts2(digests)) {
    writePlace(place, sink);
    if (text !== '') writeText(text, sink, { uuids, digests }, phrases);
  }
  primed = { phrases, model };
  return primed;
}

const NOBODY = { code: (bit: number) => bit };

/**
 * Packs the JSON text of a submission. `place` is the commune as its consent texts name it: it costs a byte or two and
 * saves the hashes of those texts. Undefined for a text that is too long, has characters below a space, or is no Unicode.
 */
export async function packText(
  text: string,
  place: string,
  context: PackingContext,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isPackable(text, MAX_PACKED_TEXT_BYTES) || !isPackable(place, MAX_PLACE_BYTES)) return undefined;
  const { phrases, model: shared } = getPrimed();
  const model = new Model(shared);
  const coder = new BitWriter();
  const sink = {
    symbol: (value: number) => void model.code(coder, value),
    bits: (value: number, count: number) => void codeBits(coder, value, count),
  };
  const digests = await consentDigests(place);
  writePlace(place, sink);
  writeText(text, sink, { uuids: uuidsOf(context), digests }, phrases);
  return coder.finish();
}

/** The text that `packText` packed in this context; undefined for any other bytes. Never throws. */
export async function unpackText(packed: Uint8Array, context: PackingContext): Promise<string | undefined> {
  const { phrases, model: shared } = getPrimed();
  const model = new Model(shared);
  const coder = new BitReader(packed);
  const source = {
    symbol: () => model.code(coder, 0),
    bits: (count: number) => codeBits(coder, 0, count),
    get isPastEnd() {
      return coder.isPastEnd;
    },
  };
  const place = readText(source, { uuids: [], digests: [] }, phrases, MAX_PLACE_BYTES);
  if (place === undefined) return undefined;
  const known = { uuids: uuidsOf(context), digests: await consentDigests(place) };
  return readText(source, known, phrases, MAX_PACKED_TEXT_BYTES);
}

function isPackable(text: string, maxBytes: number): boolean {
  const bytes = utf8(text);
  return bytes.length <= maxBytes && bytes.every((byte) => byte >= ABOVE_MARKS) && fromUtf8(bytes) === text;
}

function writePlace(place: string, sink: Sink): void {
  for (const byte of utf8(place)) sink.symbol(byte);
  sink.symbol(MARK.end);
}

function uuidsOf({ id, staffId, deviceId }: PackingContext): readonly string[] {
  return [id, staffId, deviceId];
}

/** SHA-256 of each consent text as the app shows it in a commune of this name. */
async function consentDigests(place: string): Promise<readonly string[]> {
  if (place === '') return [];
  return await Promise.all(
    CONSENT_TEXTS_2.map(async (text) =>
      toBase64url(await sha256(utf8(text.replace('{{commune}}', () => place)))),
    ),
  );
}
