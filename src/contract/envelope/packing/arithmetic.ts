/*
 * A binary arithmetic coder, carryless, 32 bits: each bit shrinks the interval [low, high] in proportion to how likely it
 * was, and leading bytes that can no longer change are written. All numbers are whole and below 2^53, so that every engine
 * writes the same bytes. A probability is that of a 1, in 1/65536, from 1 to 65535.
 */

const EVEN = 32768;
/** Most bits that are coded at once; a bitwise operator takes 32. */
const BITS_AT_ONCE = 24;

/** Where the interval is cut: bits that are 1 go on below, this number included. */
function cut(low: number, high: number, probability: number): number {
  const range = high - low;
  return low + (range >>> 16) * probability + (((range & 0xffff) * probability) >>> 16);
}

/** One bit, whichever way it goes: a writer writes the given one, a reader finds out which one it was. */
export interface BitCoder {
  /** Gives the bit. A reader ignores `bit`. */
  code(bit: number, probability: number): number;
}

/** A whole number of `count` bits (at most 53), each as likely as not; first the most significant one. */
export function codeBits(coder: BitCoder, value: number, count: number): number {
  if (count > BITS_AT_ONCE) {
    const unit = 2 ** (count - BITS_AT_ONCE);
    const head = codeBits(coder, Math.floor(value / unit), BITS_AT_ONCE);
    return head * unit + codeBits(coder, value % unit, count - BITS_AT_ONCE);
  }
  let number = 0;
  for (let at = count - 1; at >= 0; at--) number = (number << 1) | coder.code((value >>> at) & 1, EVEN);
  return number;
}

export class BitWriter implements BitCoder {
  #low = 0;
  #high = 0xffffffff;
  readonly #bytes: number[] = [];

  code(bit: number, probability: number): number {
    const at = cut(this.#low, this.#high, probability);
    if (bit) this.#high = at;
    else this.#low = at + 1;
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** What was written, in the fewest bytes: a reader takes what is missing at the end for zeros. */
  finish(): Uint8Array<ArrayBuffer> {
    let shift = 24;
    let rest = 0;
    // The number with most zeros at its end that lies in the interval.
    for (; shift >= 0; shift -= 8) {
      rest = Math.ceil(this.#low / 2 ** shift);
      if (rest * 2 ** shift <= this.#high) break;
    }
    for (let at = 24; at >= shift; at -= 8) this.#bytes.push((rest * 2 ** shift) >>> at);
    let length = this.#bytes.length;
    while (length > 0 && ((this.#bytes[length - 1] ?? 0) & 0xff) === 0) length--;
    return Uint8Array.from(this.#bytes.slice(0, length));
  }
}

export class BitReader implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #value = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 4; i++) this.#value = this.#withNext();
  }

  /** True once more was read than any writer leaves out: what comes from here on was never written. */
  get isPastEnd(): boolean {
    return this.#at > this.#bytes.length + 4;
  }

  code(_bit: number, probability: number): number {
    const at = cut(this.#low, this.#high, probability);
    const bit = this.#value <= at ? 1 : 0;
    if (bit) this.#high = at;
    else this.#low = at + 1;
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
      this.#value = this.#withNext();
    }
    return bit;
  }

  #withNext(): number {
    return ((this.#value << 8) | (this.#bytes[this.#at++] ?? 0)) >>> 0;
  }
}
