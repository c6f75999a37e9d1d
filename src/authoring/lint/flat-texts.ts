/** The sentences of a locale file by their dotted keys; `wrong` are keys where something else than a sentence stands. */
export interface FlatTexts {
  readonly sentences: ReadonlyMap<string, string>;
  readonly wrong: readonly string[];
}

/** Tables in tables, at most: a locale file has four. */
const DEEPEST = 12;

export function flattenTexts(texts: unknown): FlatTexts {
  const sentences = new Map<string, string>();
  const wrong: string[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (typeof node === 'string') sentences.set(path.join('.'), node);
    else if (typeof node === 'object' && node !== null && !Array.isArray(node) && path.length < DEEPEST)
      for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
    else wrong.push(path.join('.'));
  };
  walk(texts, []);
  return { sentences, wrong };
}

/** What a sentence leaves open, sorted: `{{days}}`. */
export function blanksIn(sentence: string): readonly string[] {
  return [
    ...new Set([...sentence.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map((match) => match[1] ?? '')),
  ].sort();
}
