import { readSymbols, symbolsToText, toSymbols } from './crockford.ts';

/*
 * `TAM-XXXX-XXXX-C`: eight random symbols (40 bits) and a check symbol, made on the tablet. It names a dossier until
 * the office gives the official code, and cannot be mistaken for one (I7).
 *
 * The check symbol is computed in the field of 32 elements, GF(2)[x] / (x^5 + x^2 + 1), where x has order 31: the
 * symbols d1..d8 and the check c satisfy  x*d1 + x^2*d2 + … + x^8*d8 + c = 0. The nine weights differ and none is 0, so
 *   one wrong symbol changes the sum by weight * error, which is never 0, and
 *   two symbols a, b exchanged change it by (weight1 + weight2) * (a + b), which is 0 only when a = b.
 * Every single wrong symbol and every exchange of two, neighbours or not, is therefore found.
 */

const DATA_SYMBOLS = 8;

/** Random bytes that `makeProvisionalReference` needs. */
export const PROVISIONAL_REFERENCE_BYTES = 5;

export type ParsedReference =
  | {
      readonly kind: 'reference';
      /** The canonical form. */
      readonly value: string;
    }
  /** Of the right shape, but the check symbol does not fit. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'not-a-reference' };

/** A reference from at least five random bytes. */
export function makeProvisionalReference(randomBytes: Uint8Array): string {
  const symbols = toSymbols(randomBytes, DATA_SYMBOLS);
  return format([...symbols, weighted(symbols)]);
}

/** Reads what a person typed or a scanner gave: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export function parseProvisionalReference(text: string): ParsedReference {
  const match = /^\s*T\s*A\s*M[\s-]*(.+)$/i.exec(text);
  const symbols = match?.[1] === undefined ? undefined : readSymbols(match[1]);
  if (symbols === undefined || symbols.length !== DATA_SYMBOLS + 1) return { kind: 'not-a-reference' };
  if (weighted(symbols.slice(0, DATA_SYMBOLS)) !== symbols[DATA_SYMBOLS]) return { kind: 'mistyped' };
  return { kind: 'reference', value: format(symbols) };
}

function format(symbols: readonly number[]): string {
  const text = symbolsToText(symbols);
  return `TAM-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** Sum of x^(i+1) * symbol[i], by Horner's rule. */
function weighted(symbols: readonly number[]): number {
  return symbols.reduceRight((sum, symbol) => timesX(sum ^ symbol), 0);
}

function timesX(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
