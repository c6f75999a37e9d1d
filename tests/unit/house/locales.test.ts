import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/* Vietnamese and English are complete: the same keys, the same placeholders, nothing empty. */

const root = 'locales';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.json') ? [path] : [];
  });
}

/** Every leaf as `a.b.c` → text; plural suffixes folded, because languages differ in how many they need. */
function leaves(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string')
    return [[path.join('.').replace(/_(zero|one|two|few|many|other)$/, ''), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, [...path, key]));
}

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])].map((p) => p.replace(/\{\{\s*/, '')).sort();

const languages = ['vi', 'en'] as const;
const names = (language: string) =>
  filesBelow(join(root, language))
    .map((path) => relative(join(root, language), path))
    .sort();
const read = (language: string, name: string) =>
  new Map(leaves(JSON.parse(readFileSync(join(root, language, name), 'utf8'))));

describe('the complete languages', () => {
  it('have the same files', () => {
    expect(names('en')).toEqual(names('vi'));
    expect(names('vi').length).toBeGreaterThan(5);
  });

  describe.each(names('vi').filter((name) => name !== 'language.json'))('%s', (name) => {
    const [vi, en] = languages.map((language) => read(language, name));

    it('has the same keys', () => {
      expect([...(en?.keys() ?? [])].sort()).toEqual([...(vi?.keys() ?? [])].sort());
    });

    it('has the same placeholders', () => {
      const differing = [...(vi ?? [])].filter(
        ([key, text]) => en?.has(key) && placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
      );
      expect(differing.map(([key]) => key)).toEqual([]);
    });

    it('has no empty text', () => {
      expect(
        [...(vi ?? []), ...(en ?? [])].filter(([, text]) => text.trim() === '').map(([key]) => key),
      ).toEqual([]);
    });
  });
});
