/*
 * The symbols of a packed text, 0 to 255. JSON has no character below a space, so those symbols say what follows; the others
 * are bytes of UTF-8.
 */
export const MARK = {
  end: 0,
  /** An id of version 7: moment, then its count and chance as they are. */
  uuid: 1,
  /** The id after the last one, made in the same millisecond: its chance. */
  nextUuid: 2,
  /** Any other id: 128 bits. */
  otherUuid: 3,
  /** An id, a digest, an instant that came before: step. */
  sameUuid: 4,
  sameDigest: 5,
  sameInstant: 6,
  /** A digest or key: 256 bits. */
  digest: 7,
  /** An instant in UTC with milliseconds: moment. */
  instant: 8,
  /** A provisional reference: the 40 bits it is made of. */
  reference: 9,
  /** From here on: a phrase, whose place in the list the mark and the next symbol tell. */
  phrase: 14,
} as const;

/** Symbols after a mark stand above the marks, so that none is taken for another mark. */
export const ABOVE_MARKS = 32;
export const PHRASES_PER_MARK = 256 - ABOVE_MARKS;
/** A step stands above or below this symbol. */
export const NO_STEP = 144;
/** A moment before the latest one is told from this symbol on, a later one from `ABOVE_MARKS` on: by how many bits long the way is. */
export const BACKWARDS = 128;

/** How many bits a whole number has: `Math.log2` may differ between engines. */
export function bitLength(value: number): number {
  let bits = 0;
  for (let left = value; left >= 1; left = Math.floor(left / 2)) bits++;
  return bits;
}
