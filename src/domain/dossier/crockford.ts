/*
 * Crockford base32: digits and capitals without I, L, O and U, so that a code survives being read aloud, written by
 * hand and typed. `O` is read as 0, `I` and `L` as 1.
 */

export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` symbols of 5 bits from `bytes`, first bit first. Too few bytes is a bug and throws. */
export function toSymbols(bytes: Uint8Array, length: number): readonly number[] {
  if (bytes.length * 8 < length * 5)
    throw new Error(`${length} symbols need ${Math.ceil((length * 5) / 8)} bytes`);
  return Array.from({ length }, (_, index) => {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    return (pair >> (11 - (bit & 7))) & 31;
  });
}

/** Symbols as text. */
export function symbolsToText(symbols: readonly number[]): string {
  return symbols.map((symbol) => CROCKFORD.charAt(symbol)).join('');
}

/** Text as a person types it to symbols: case, spaces and dashes do not matter. Undefined when a sign is none. */
export function readSymbols(text: string): readonly number[] | undefined {
  const clean = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const symbols = Array.from(clean, (sign) => CROCKFORD.indexOf(sign));
  return symbols.includes(-1) ? undefined : symbols;
}
