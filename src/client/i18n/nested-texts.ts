import type { Texts } from './procedure-files.ts';

/** Sentences by their whole key: `go.next`. What is neither a sentence nor nesting is passed over. */
export function flattenTexts(texts: Texts, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  for (const [name, inner] of Object.entries(texts)) {
    if (typeof inner === 'string') flat.set(prefix + name, inner);
    else if (isNested(inner))
      for (const [key, text] of flattenTexts(inner, `${prefix}${name}.`)) flat.set(key, text);
  }
  return flat;
}

/** The same sentences nested again. A sentence that stands where others would nest below it loses to them. */
export function nestTexts(flat: ReadonlyMap<string, string>): Texts {
  const texts: Texts = {};
  for (const [key, text] of flat) {
    const path = key.split('.');
    const name = path.pop() ?? key;
    let level = texts;
    for (const part of path) {
      const inner = level[part];
      const next: Texts = isNested(inner) ? inner : {};
      level[part] = next;
      level = next;
    }
    if (!isNested(level[name])) level[name] = text;
  }
  return texts;
}

function isNested(inner: unknown): inner is Texts {
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner);
}
