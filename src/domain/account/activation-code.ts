import { readSymbols, symbolsToText, toSymbols } from '../dossier/crockford.ts';

/*
 * The code on an account's slip with which the citizen later makes the account theirs: ten symbols, 50 random bits.
 * Only a hash of its canonical form (ten symbols, no dash) ever leaves the tablet.
 */

const SYMBOLS = 10;

/** Random bytes that `makeActivationCode` needs. */
export const ACTIVATION_CODE_BYTES = 7;

export type ParsedActivationCode =
  | {
      readonly kind: 'code';
      /** Ten symbols without dash: what is hashed. */
      readonly value: string;
    }
  | { readonly kind: 'invalid' };

/** `XXXXX-XXXXX` from at least seven random bytes, as it is printed. */
export function makeActivationCode(randomBytes: Uint8Array): string {
  const text = symbolsToText(toSymbols(randomBytes, SYMBOLS));
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The canonical form of what a person typed: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export function normaliseActivationCode(text: string): ParsedActivationCode {
  const symbols = readSymbols(text);
  return symbols?.length === SYMBOLS ? { kind: 'code', value: symbolsToText(symbols) } : { kind: 'invalid' };
}
