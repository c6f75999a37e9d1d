/** A person's name as it can be kept: NFC, single spaces, spelling and letter case as given. */
export type ParsedName =
  | { readonly kind: 'name'; readonly value: string; readonly words: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-many-words' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'wrong-character'; readonly character: string };

const MAX_WORDS = 6;
const MAX_LENGTH = 120;
const NOT_IN_A_NAME = /[^\p{L}\p{M}'’ʼ‘\- ]/u;

/**
 * Names are not forced into a shape: one to six words, single letters, hyphens and apostrophes, minority spellings
 * (`Vi`, `Y Phôn`, `Hà Thị H'Lan`). Only what cannot be a name at all (digits, signs) is refused.
 */
export function parseName(text: string): ParsedName {
  const value = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (value === '') return { kind: 'empty' };
  const wrong = NOT_IN_A_NAME.exec(value);
  if (wrong !== null) return { kind: 'wrong-character', character: wrong[0] };
  if (!/\p{L}/u.test(value)) return { kind: 'wrong-character', character: value.slice(0, 1) };
  if (value.length > MAX_LENGTH) return { kind: 'too-long' };
  const words = value.split(' ');
  if (words.length > MAX_WORDS) return { kind: 'too-many-words' };
  return { kind: 'name', value, words };
}
