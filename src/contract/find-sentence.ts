import type { Sentences } from './procedure-package.ts';

type Params = Readonly<Record<string, string | number>>;

/**
 * Says a sentence of the first of these that has it; undefined where none does. Dots in the key are nesting. A sentence that
 * names something that is not among `params` is left out, or says `unknown` in its place.
 */
export function findSentence(
  among: readonly (Sentences | undefined)[],
  key: string,
  params: Params = {},
  unknown?: string,
): string | undefined {
  for (const sentences of among) {
    const found = sentences && lookUp(sentences, key, params.count);
    const said = found === undefined ? undefined : fillIn(found, params, unknown);
    if (said !== undefined) return said;
  }
  return undefined;
}

function lookUp(sentences: Sentences, key: string, count: unknown): string | undefined {
  const path = key.split('.');
  const last = path.pop() ?? '';
  let at: string | Sentences | undefined = sentences;
  for (const part of path) at = typeof at === 'object' ? own(at, part) : undefined;
  if (typeof at !== 'object') return undefined;
  const parent = at;
  // As i18next names them: English has a word of its own for one, Vietnamese never.
  const forms = count === 1 ? [`${last}_one`, last] : [last, `${last}_other`];
  const said = forms.map((form) => own(parent, form)).find((form) => form !== undefined);
  return typeof said === 'string' ? said : undefined;
}

function own(sentences: Sentences, key: string): string | Sentences | undefined {
  return Object.hasOwn(sentences, key) ? sentences[key] : undefined;
}

const NAMED = /\{\{\s*([\w.]+)\s*\}\}/g;

function fillIn(sentence: string, params: Params, unknown: string | undefined): string | undefined {
  const isKnown = (name: string) => Object.hasOwn(params, name);
  const named = [...sentence.matchAll(NAMED)];
  if (unknown === undefined && named.some(([, name = '']) => !isKnown(name))) return undefined;
  return sentence.replace(NAMED, (_, name: string) =>
    isKnown(name) ? String(params[name]) : (unknown ?? ''),
  );
}
