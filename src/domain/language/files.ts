import { fitsSentence, withoutPlural } from './check-text.ts';
import { gather } from './gather.ts';
import type { NestedTexts, Phrase } from './phrases.ts';

/*
 * Sentences as files that translators' tools know (i18next JSON): one nested object by file, as in `locales/`.
 */

export interface TextFinding {
  readonly phrase: string;
  readonly why: 'unknown-key' | 'placeholders' | 'plural' | 'not-text' | 'too-long';
}

/** Longest translation, in characters. */
const LONGEST = 4000;
/** Tables in tables, at most: a locale file has four. */
const DEEPEST = 12;

/** The sentences by file, nested at each dot of their keys. */
export function nestTexts(
  texts: readonly { readonly phrase: string; readonly text: string }[],
): Readonly<Record<string, NestedTexts>> {
  const byFile = gather(texts, ({ phrase }) => phrase.slice(0, phrase.indexOf(':')));
  return Object.fromEntries(
    [...byFile].map(([file, theirs]) => [
      file,
      nest(theirs.map(({ phrase, text }) => [phrase.slice(file.length + 1).split('.'), text])),
    ]),
  );
}

type Leaf = readonly [path: readonly string[], text: string];

/** `Object.fromEntries` makes every key the object's own, whatever it is called. */
function nest(leaves: readonly Leaf[]): NestedTexts {
  return Object.fromEntries(
    [...gather(leaves, ([path]) => path[0] ?? '')].map(([name, below]) => {
      const deeper = below.filter(([path]) => path.length > 1);
      const rest: readonly Leaf[] = deeper.map(([path, text]) => [path.slice(1), text]);
      return [name, deeper.length > 0 ? nest(rest) : (below[0]?.[1] ?? '')];
    }),
  );
}

/**
 * The translations in such files, by phrase; and everything that is wrong with them, each with its phrase, or the file where it
 * is none of ours. What is empty, or still the Vietnamese sentence, is not a translation and is passed over.
 */
export function readTextFiles(
  files: Readonly<Record<string, unknown>>,
  phrases: readonly Phrase[],
): { readonly texts: ReadonlyMap<string, string>; readonly findings: readonly TextFinding[] } {
  const vietnameseOf = new Map(phrases.map(({ phrase, vietnamese }) => [phrase, vietnamese]));
  const texts = new Map<string, string>();
  const findings: TextFinding[] = [];
  const read = (phrase: string, value: unknown): void => {
    const vietnamese = vietnameseOf.get(phrase);
    const why = faultOf(phrase, value, vietnameseOf);
    if (why !== undefined) findings.push({ phrase, why });
    else if (typeof value === 'string' && value.trim() !== '' && value !== vietnamese)
      texts.set(phrase, value);
  };
  const walk = (node: unknown, phrase: string, depth: number): void => {
    const isTable = typeof node === 'object' && node !== null && !Array.isArray(node) && depth < DEEPEST;
    if (!isTable) read(phrase, node);
    else
      for (const [key, child] of Object.entries(node))
        walk(child, `${phrase}${depth === 0 ? '' : '.'}${key}`, depth + 1);
  };
  for (const [file, content] of Object.entries(files)) walk(content, `${file}:`, 0);
  return { texts, findings };
}

function faultOf(
  phrase: string,
  value: unknown,
  vietnameseOf: ReadonlyMap<string, string>,
): TextFinding['why'] | undefined {
  const vietnamese = vietnameseOf.get(phrase);
  if (vietnamese === undefined) {
    const bare = withoutPlural(phrase);
    return bare !== undefined && vietnameseOf.has(bare) ? 'plural' : 'unknown-key';
  }
  if (typeof value !== 'string') return 'not-text';
  if (value.length > LONGEST) return 'too-long';
  return value.trim() === '' || fitsSentence(vietnamese, value) ? undefined : 'placeholders';
}
