import { foldText } from '../citizen/fold.ts';

/** What is searched of a procedure, in the language of the screen. */
export interface Findable {
  readonly name: string;
  readonly purpose: string;
  /** Everyday words with commas between: what people say when they do not know what it is called. */
  readonly keywords: string;
}

const weights = { name: 4, keywords: 3, purpose: 1 } as const;

/**
 * The procedures that every word of the query points to, best first; accents and tone marks do not matter, and a word
 * may be typed in part. Words in the name count more than everyday words, those more than the purpose. An empty query
 * finds nothing: then people choose by what happened.
 */
export function findProcedures<T extends Findable>(query: string, all: readonly T[]): readonly T[] {
  const words = plain(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return all
    .map((one) => ({ one, score: scoreOf(words, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** Without accents and without the signs between words. */
function plain(text: string): string {
  return foldText(text.replaceAll(/[,.;:()]/g, ' '));
}

/** 0 where some word is found nowhere. */
function scoreOf(words: readonly string[], one: Findable): number {
  const texts = (['name', 'keywords', 'purpose'] as const).map(
    (part) => [weights[part], ` ${plain(one[part])}`] as const,
  );
  let total = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map(([weight, text]) => (text.includes(` ${word}`) ? weight : 0)));
    if (best === 0) return 0;
    total += best;
  }
  // Said in one piece ("giấy khai sinh") it is surely meant.
  const phrase = ` ${words.join(' ')}`;
  return total + Math.max(0, ...texts.map(([weight, text]) => (text.includes(phrase) ? weight : 0)));
}
