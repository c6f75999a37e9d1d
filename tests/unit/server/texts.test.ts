import { expect, it } from 'vitest';
import { findSentence, loadTexts, textsOfShipped } from '../../../src/server/texts.ts';

const texts = loadTexts();
const keysOf = (node: object, before = ''): string[] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${before}${key.replace(/_(one|other)$/, '')}`]
      : keysOf(value, `${before}${key}.`),
  );

it('reads every complete language, Vietnamese first, and each says all that the public pages say', () => {
  expect(texts.map(({ tag }) => tag)).toEqual(['vi', 'en']);
  const [vietnamese] = texts;
  for (const { files } of texts)
    for (const file of ['catalogue-page', 'begin', 'answers'])
      expect(keysOf(files.get(file) ?? {})).toEqual(
        expect.arrayContaining(keysOf(vietnamese?.files.get(file) ?? {})),
      );
  expect(keysOf(vietnamese?.files.get('catalogue-page') ?? {}).length).toBeGreaterThan(20);
});

it('finds a sentence in the first that has it, and says one of a thing in its own way', () => {
  const first = { limit: { days_one: '{{count}} day', days: '{{count}} days' } };
  const second = { limit: { days: 'no', none: 'none' } };
  expect(findSentence([first, second], 'limit.days', { count: 1 })).toBe('1 day');
  expect(findSentence([first, second], 'limit.days', { count: 3 })).toBe('3 days');
  expect(findSentence([first, second], 'limit.none')).toBe('none');
  expect(findSentence([undefined, second], 'limit')).toBeUndefined();
});

it('leaves out a sentence that names what is not known here, and every name that only objects have', () => {
  expect(findSentence([{ age: 'At {{age}}' }], 'age')).toBeUndefined();
  expect(findSentence([{ age: 'At {{age}}' }, { age: 'Old' }], 'age')).toBe('Old');
  for (const key of ['constructor', '__proto__', 'toString.name', 'constructor.name'])
    expect(findSentence([{ a: 'b' }], key)).toBeUndefined();
  expect(textsOfShipped(texts, '__proto__')).toEqual({});
});
