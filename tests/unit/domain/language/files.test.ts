import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSentence, placeholdersOf, withoutPlural } from '../../../../src/domain/language/check-text.ts';
import { nestTexts, readTextFiles } from '../../../../src/domain/language/files.ts';
import { phrasesOf } from '../../../../src/domain/language/phrases.ts';

const phrases = phrasesOf({
  interview: { go: { next: 'Tiếp theo', back: 'Quay lại' }, found: 'Thấy {{count}} việc' },
  'procedures/well': { name: 'Đào giếng' },
});

describe('a translation fits its sentence', () => {
  it('with the same placeholders in any order, however they are spaced', () => {
    expect(fitsSentence('{{a}} và {{b}}', '{{ b }} xx {{a}} {{a}}')).toBe(true);
    expect(placeholdersOf('{{b}} {{ a }} {{b}}')).toEqual(['a', 'b']);
  });

  it('and does not with one missing, added, misspelt or broken, nor with a reference to other sentences', () => {
    for (const text of [
      'xx',
      '{{a}} {{b}}',
      '{{A}}',
      '{{a} }',
      '{{a}}}}',
      '{{a}} $t(go.next)',
      '{{a, upper}}',
    ])
      expect([text, fitsSentence('{{a}}', text)]).toEqual([text, false]);
  });
});

it('a plural form is known by its ending, and nothing else is', () => {
  expect(withoutPlural('found_one')).toBe('found');
  expect(withoutPlural('found')).toBeUndefined();
  expect(withoutPlural('found_oneself')).toBeUndefined();
});

describe('files for translators', () => {
  it('hold each sentence at its place', () => {
    const texts = phrases.map(({ phrase, vietnamese }) => ({ phrase, text: vietnamese }));
    expect(nestTexts(texts)).toEqual({
      interview: { go: { next: 'Tiếp theo', back: 'Quay lại' }, found: 'Thấy {{count}} việc' },
      'procedures/well': { name: 'Đào giếng' },
    });
  });

  it('come back as they went, whatever was written', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && fitsSentence('', text));
    fc.assert(
      fc.property(word, word, word, (next, count, name) => {
        const texts = [
          { phrase: 'interview:go.next', text: next },
          { phrase: 'interview:found', text: `${count}{{count}}` },
          { phrase: 'procedures/well:name', text: name },
        ].filter(({ text }) => fitsSentence(text, text));
        const read = readTextFiles(JSON.parse(JSON.stringify(nestTexts(texts))), phrases);
        expect(read.findings).toEqual([]);
        expect([...read.texts]).toEqual(texts.map(({ phrase, text }) => [phrase, text]));
      }),
    );
  });

  it('never throw and never write where something is wrong, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (files) => {
        const { texts, findings } = readTextFiles(files, phrases);
        for (const phrase of texts.keys()) expect(phrases.map((one) => one.phrase)).toContain(phrase);
        for (const { phrase } of findings) expect(texts.has(phrase)).toBe(false);
      }),
    );
  });

  it('pass over what is empty or still Vietnamese', () => {
    const { texts, findings } = readTextFiles(
      { interview: { go: { next: ' ', back: 'Quay lại' } } },
      phrases,
    );
    expect([texts.size, findings]).toEqual([0, []]);
  });
});
