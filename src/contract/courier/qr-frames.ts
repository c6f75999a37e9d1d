import { concatBytes, utf8 } from '../bytes.ts';
import { sha256 } from '../keys.ts';

/*
 * A small courier part as a series of QR codes, shown one after another in a circle and read by a camera in any order.
 *
 *   "VBQ1" | series (8) | place (2) | of (2) | check (4) | piece
 *
 * `series` is the beginning of the SHA-256 of the whole; `check` the beginning of the SHA-256 of the frame without it.
 */

const MAGIC = utf8('VBQ1');
const SERIES_BYTES = 8;
const CHECK_BYTES = 4;
const AT = { series: 4, place: 12, of: 14, check: 16, piece: 20 } as const;

/** Bytes of content in one code: read by an old camera from a hand's breadth away. */
export const PIECE_BYTES = 600;
/** Nobody holds two tablets still for longer than this takes. */
export const MAX_FRAMES = 80;
/** Largest part that goes by codes. */
export const MAX_QR_BYTES = PIECE_BYTES * MAX_FRAMES;
const MAX_SERIES = 8;

/** Cuts a part into frames, each the content of one QR code. Throws where it is too large: the caller asks first. */
export async function cutIntoFrames(
  part: Uint8Array<ArrayBuffer>,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  if (part.length === 0 || part.length > MAX_QR_BYTES) throw new Error('this part does not go by codes');
  const series = (await sha256(part)).subarray(0, SERIES_BYTES);
  const of = Math.ceil(part.length / PIECE_BYTES);
  return await Promise.all(
    Array.from({ length: of }, async (_, index) => {
      const numbers = Uint8Array.of(0, index + 1, 0, of);
      const piece = part.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
      const front = concatBytes(MAGIC, series, numbers);
      return concatBytes(front, await checkOf(front, piece), piece);
    }),
  );
}

/** What was read so far of one series. */
export interface Series {
  readonly name: string;
  readonly of: number;
  readonly pieces: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
}

/** All series that a camera has seen since it was switched on; the one of the last frame is the last. */
export type SeriesSeen = readonly Series[];

export type FrameOutcome =
  | { readonly kind: 'not-a-frame' }
  | { readonly kind: 'known'; readonly series: Series; readonly seen: SeriesSeen }
  | { readonly kind: 'new'; readonly series: Series; readonly seen: SeriesSeen };

/** Takes one more code that the camera read. Anything else than a good frame is `not-a-frame`. */
export async function takeFrame(seen: SeriesSeen, frame: Uint8Array<ArrayBuffer>): Promise<FrameOutcome> {
  const read = await readFrame(frame);
  if (read === undefined) return { kind: 'not-a-frame' };
  const known = seen.find(({ name, of }) => name === read.series && of === read.of);
  const others = seen.filter((one) => one !== known).slice(-(MAX_SERIES - 1));
  const pieces = new Map(known?.pieces);
  const isKnown = pieces.has(read.place);
  pieces.set(read.place, read.piece);
  const series: Series = { name: read.series, of: read.of, pieces };
  return { kind: isKnown ? 'known' : 'new', series, seen: [...others, series] };
}

/** Places not yet read, from 1. */
export function missingFrames({ of, pieces }: Series): readonly number[] {
  return Array.from({ length: of }, (_, i) => i + 1).filter((place) => !pieces.has(place));
}

/** The whole part; undefined while frames are missing, or where they are not those of one part. */
export async function joinFrames(series: Series): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (missingFrames(series).length > 0) return undefined;
  const part = concatBytes(...[...series.pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece));
  const name = nameOf((await sha256(part)).subarray(0, SERIES_BYTES));
  return name === series.name ? part : undefined;
}

interface ReadFrame {
  readonly series: string;
  readonly place: number;
  readonly of: number;
  readonly piece: Uint8Array<ArrayBuffer>;
}

async function readFrame(frame: Uint8Array<ArrayBuffer>): Promise<ReadFrame | undefined> {
  if (frame.length <= AT.piece || frame.length > AT.piece + PIECE_BYTES) return undefined;
  if (MAGIC.some((byte, i) => frame[i] !== byte)) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const place = view.getUint16(AT.place);
  const of = view.getUint16(AT.of);
  if (place < 1 || place > of || of > MAX_FRAMES) return undefined;
  const piece = frame.slice(AT.piece);
  const check = await checkOf(frame.slice(0, AT.check), piece);
  if (check.some((byte, i) => frame[AT.check + i] !== byte)) return undefined;
  return { series: nameOf(frame.subarray(AT.series, AT.place)), place, of, piece };
}

async function checkOf(
  front: Uint8Array<ArrayBuffer>,
  piece: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await sha256(concatBytes(front, piece))).slice(0, CHECK_BYTES);
}

function nameOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
