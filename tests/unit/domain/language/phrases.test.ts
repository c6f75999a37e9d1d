import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PhraseId } from '../../../../src/contract/language-pack.ts';
import { isPhraseFile, phrasesOf } from '../../../../src/domain/language/phrases.ts';

const read = (file: string) => JSON.parse(readFileSync(`locales/vi/${file}.json`, 'utf8'));
const names = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));
const files = [
  ...names('locales/vi').map((name) => name.slice(0, -5)),
  ...names('locales/vi/procedures').map((name) => `procedures/${name.slice(0, -5)}`),
];
const phrases = phrasesOf(Object.fromEntries(files.filter(isPhraseFile).map((file) => [file, read(file)])));

describe('the phrases of the product', () => {
  it('are what citizens are told, with the place where they are met', () => {
    expect(phrases).toContainEqual({
      phrase: 'interview:go.next',
      where: 'interview',
      vietnamese: 'Tiếp theo',
    });
    expect(phrases).toContainEqual({
      phrase: 'procedures/burial-support:questions.death.date.label',
      where: 'burial-support',
      vietnamese: 'Người đó mất ngày nào?',
    });
    expect(phrases.length).toBeGreaterThan(2000);
  });

  it('are not what staff, the search and the record need', () => {
    expect(files.filter((file) => !isPhraseFile(file))).toContain('office');
    const said = phrases.map(({ phrase }) => phrase);
    expect(said.filter((id) => /:(unconfirmed|keywords|consentTextVersion)/.test(id))).toEqual([]);
  });

  it('each have an id that the wire carries, once', () => {
    const ids = phrases.map(({ phrase }) => phrase);
    expect(ids.filter((id) => !PhraseId.safeParse(id).success)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keep the order of the interview before procedures by id', () => {
    const places = [...new Set(phrases.map(({ where }) => where))];
    expect(places.slice(0, 7)).toEqual([
      'begin',
      'interview',
      'seen',
      'answers',
      'problems',
      'status',
      'account-registration',
    ]);
  });
});
