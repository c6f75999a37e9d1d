import { readSymbols } from '../../../domain/dossier/crockford.ts';
import { makeProvisionalReference } from '../../../domain/dossier/provisional-reference.ts';

const SYMBOLS = 8;
/** Chance in a provisional reference; the rest follows from it. */
export const REFERENCE_BITS = 40;

/** The reference made of these 40 bits. */
export function referenceOf(bits: number): string {
  const bytes = Uint8Array.from(
    { length: 5 },
    (_, i) => Math.floor(bits / 2 ** (REFERENCE_BITS - 8 - 8 * i)) % 256,
  );
  return makeProvisionalReference(bytes);
}

/** The 40 bits that a reference is made of; undefined where no bits make exactly this one. */
export function bitsOf(reference: string): number | undefined {
  const symbols = readSymbols(reference.slice('TAM-'.length))?.slice(0, SYMBOLS);
  const bits = symbols?.reduce((number, symbol) => number * 32 + symbol, 0);
  return bits !== undefined && referenceOf(bits) === reference ? bits : undefined;
}
