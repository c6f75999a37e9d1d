import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { flattenTexts } from '../../../../src/client/i18n/nested-texts.ts';
import { isLegalPhrase, mayServe } from '../../../../src/domain/language/legal-phrases.ts';

const shared = flattenTexts(JSON.parse(readFileSync('locales/vi/procedures/shared.json', 'utf8')));
const interview = flattenTexts(JSON.parse(readFileSync('locales/vi/interview.json', 'utf8')));

it('every sentence of a consent, and what is said while agreeing and signing, is legal', () => {
  const consents = [...shared.keys()].filter((key) => key.startsWith('consents.'));
  const agreeing = [...interview.keys()].filter((key) => /^(consent|signature)\./.test(key));
  expect(consents.length).toBeGreaterThan(5);
  expect(agreeing.length).toBeGreaterThan(5);
  expect(consents.filter((key) => !isLegalPhrase(`procedures/shared:${key}`))).toEqual([]);
  expect(consents.filter((key) => !isLegalPhrase(`procedures/marriage-registration/2:${key}`))).toEqual([]);
  expect(agreeing.filter((key) => !isLegalPhrase(`interview:${key}`))).toEqual([]);
});

it('a question is not, and a draft of it may be shown and heard', () => {
  const phrase = 'procedures/shared:shared.personName.label';
  expect(isLegalPhrase(phrase)).toBe(false);
  expect(mayServe({ phrase, status: 'draft' })).toBe(true);
  expect(mayServe({ phrase: 'procedures/shared:consents.submit-dossier.text', status: 'draft' })).toBe(false);
  expect(mayServe({ phrase: 'procedures/shared:consents.submit-dossier.text', status: 'checked' })).toBe(
    true,
  );
});
