import { foldText } from '../../../domain/citizen/fold.ts';

/**
 * What was typed, as a text-search query over `dossiers.search_words`: each word begins one of the name's, or all of it begins a
 * part of a code. Undefined where nothing was typed that could be looked for.
 */
export function searchQuery(typed: string): string | undefined {
  const words = foldText(typed).split(' ').filter(Boolean);
  if (words.length === 0) return undefined;
  const names = words.map(beginning).join(' & ');
  const code = codeCharacters(typed);
  return code === undefined ? names : `(${names}) | ${beginning(code)}`;
}

/** What is left of a code when blanks, dots and dashes go: people leave them out or type others. Needs a digit. */
function codeCharacters(typed: string): string | undefined {
  const code = foldText(typed).replace(/[^0-9a-z]/g, '');
  return /\d/.test(code) && code.length >= 3 ? code : undefined;
}

/** A quoted lexeme that matches whatever begins with it; quotes and backslashes in it stand for themselves. */
function beginning(word: string): string {
  return `'${word.replace(/['\\]/g, (character) => character + character)}':*`;
}
