import { foldText } from '../../domain/citizen/fold.ts';
import type { ListEntry } from './model.ts';

/** A list line with the text it is found by, folded once when it is read and not at each key press. */
export interface SearchLine {
  readonly entry: ListEntry;
  /** Every word preceded by a space: a word begins where a space stands before it. */
  readonly words: string;
}

export function searchLineOf(entry: ListEntry): SearchLine {
  const text = [entry.title, entry.village, entry.provisionalReference ?? ''].join(' ');
  return { entry, words: ` ${wordsOf(text).join(' ')}` };
}

/** Lines in the order given where every word of `text` begins a word of the line; at most `limit`. */
export function searchLines(lines: readonly SearchLine[], text: string, limit: number): readonly ListEntry[] {
  const wanted = wordsOf(text).map((word) => ` ${word}`);
  const found: ListEntry[] = [];
  for (const { entry, words } of lines) {
    if (found.length >= limit) break;
    if (wanted.every((word) => words.includes(word))) found.push(entry);
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
