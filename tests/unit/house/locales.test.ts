import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { screenLanguages } from '../../../src/client/i18n/languages.ts';
import { PhraseId } from '../../../src/contract/language-pack.ts';

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

/* Languages that are not whole: `phrases.json` says phrase by phrase what somebody answers for. */

const packs = readdirSync(root).filter(
  (name) => existsSync(join(root, name, 'language.json')) && !(languages as readonly string[]).includes(name),
);
const Phrases = z.array(
  z.strictObject({
    phrase: PhraseId,
    of: z.string(),
    text: z.string().min(1),
    status: z.enum(['draft', 'checked']),
    by: z.string().min(1),
    source: z.string().min(1),
    checkedBy: z.string().nullable(),
    checkedOn: z.iso.date().nullable(),
  }),
);
const LanguageFile = z.looseObject({
  name: z.string(),
  script: z.string(),
  status: z.enum(['complete', 'draft', 'empty']),
  checkedBy: z.string().nullable(),
  note: z.string(),
});
const vietnamese = new Map<string, string>(
  names('vi').flatMap((name) =>
    [...read('vi', name)].map(([key, text]) => [`${name.replace(/\.json$/, '')}:${key}`, text] as const),
  ),
);

describe('the packs', () => {
  it('are the languages that the screen offers beside the whole ones', () => {
    expect([...languages, ...packs].sort()).toEqual([...screenLanguages].sort());
  });

  it.each([...languages, ...packs])('%s says who it is and how far it has come', (tag) => {
    const file = LanguageFile.parse(JSON.parse(readFileSync(join(root, tag, 'language.json'), 'utf8')));
    expect(file.script).toBe(new Intl.Locale(tag).maximize().script ?? 'Latn');
    // Nobody outside has checked anything yet; whoever has is named with what they checked.
    if (file.status === 'empty') expect(file.checkedBy).toBeNull();
  });

  describe.each(packs)('%s', (tag) => {
    const phrases = Phrases.parse(JSON.parse(readFileSync(join(root, tag, 'phrases.json'), 'utf8')));
    const { status } = LanguageFile.parse(JSON.parse(readFileSync(join(root, tag, 'language.json'), 'utf8')));

    it('is called empty exactly where nothing is in it', () => {
      expect(status === 'empty').toBe(phrases.length === 0);
      expect(readdirSync(join(root, tag)).sort()).toEqual(['language.json', 'phrases.json']);
    });

    it('translates sentences that are there, once each, with their placeholders and of the words that stand now', () => {
      expect(new Set(phrases.map(({ phrase }) => phrase)).size).toBe(phrases.length);
      for (const { phrase, of, text, status: standing, checkedBy } of phrases) {
        expect(vietnamese.get(phrase), phrase).toBe(of);
        expect(placeholders(text), phrase).toEqual(placeholders(of));
        expect(standing === 'checked', phrase).toBe(checkedBy !== null);
      }
    });
  });
});
