import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textKeysOf } from '../../../src/authoring/lint/text-keys.ts';
import { problemCodes } from '../../../src/domain/procedure/run.ts';
import { procedures } from '../../../src/procedures/catalogue.ts';

/** What many procedures say alike; a procedure's own sentence comes first. */
const shared = { vi: readTexts('vi', 'shared'), en: readTexts('en', 'shared') };

it('says the shared sentences in both languages, with the same values to fill in', () => {
  const blanks = (text = '') => [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map((match) => match[1]).sort();
  expect([...shared.en.keys()].sort()).toEqual([...shared.vi.keys()].sort());
  for (const [key, text] of shared.vi) expect([key, blanks(shared.en.get(key))]).toEqual([key, blanks(text)]);
});

/** All versions of a procedure share its texts. */
const versionsOf = (id: string) => procedures.filter((procedure) => procedure.id === id);

describe.each([...new Set(procedures.map(({ id }) => id))].map((id) => [id, versionsOf(id)] as const))(
  'texts of %s',
  (id, versions) => {
    const keys = versions.map(textKeysOf);
    const needed = keys.flatMap((one) => one.needed);
    const welcome = keys.flatMap((one) => one.welcome);
    const texts = { vi: readTexts('vi', id), en: readTexts('en', id) };

    it.each(['vi', 'en'] as const)('has every sentence in %s, of its own or shared', (language) => {
      expect(needed.filter((key) => !texts[language].has(key) && !shared[language].has(key))).toEqual([]);
    });

    it.each(['vi', 'en'] as const)('has no sentence in %s that nothing asks for', (language) => {
      const known = new Set([...needed, ...welcome]);
      expect([...texts[language].keys()].filter((key) => !known.has(key))).toEqual([]);
    });

    it('says the same things in both languages, with the same values to fill in', () => {
      expect([...texts.en.keys()].sort()).toEqual([...texts.vi.keys()].sort());
      const blanks = (text = '') => [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map((match) => match[1]).sort();
      for (const [key, text] of texts.vi)
        expect([key, blanks(texts.en.get(key))]).toEqual([key, blanks(text)]);
    });

    it('asks in sentences a tired person can follow: at most 15 words, no abbreviation', () => {
      const spoken = [...texts.vi].filter(([key]) => key.endsWith('.label') || key.endsWith('.title'));
      for (const [key, text] of spoken) {
        for (const sentence of text.split(/[.?!:]/))
          expect([key, sentence.trim().split(/\s+/).length <= 15]).toEqual([key, true]);
        expect([key, /\b(CCCD|CMND|UBND|HĐND|BHYT|TTHC|SĐT|VNeID)\b/.test(text)]).toEqual([key, false]);
      }
    });

    it('keeps the version of the consent text the same in both languages', () => {
      const version = (language: 'vi' | 'en') =>
        texts[language].get('consentTextVersion') ?? shared[language].get('consentTextVersion');
      expect(version('en')).toBe(version('vi'));
    });
  },
);

it('says every problem that an answer may have, in both languages, and no other', () => {
  for (const language of ['vi', 'en']) {
    const file = new URL(`../../../locales/${language}/problems.json`, import.meta.url);
    const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(texts ?? {}).sort()).toEqual([...problemCodes].sort());
  }
});

function readTexts(language: string, id: string): Map<string, string> {
  const file = new URL(`../../../locales/${language}/procedures/${id}.json`, import.meta.url);
  const texts = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === 'string') texts.set(path, node);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) walk(child, path === '' ? key : `${path}.${key}`);
    } else throw new Error(`${path} in ${language}/${id} is neither a sentence nor a table`);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')), '');
  return texts;
}
