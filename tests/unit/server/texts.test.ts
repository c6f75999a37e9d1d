import { expect, it } from 'vitest';
import { loadTexts, textsOfShipped } from '../../../src/server/texts.ts';

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

it('knows no texts of a procedure that only objects have by nature', () => {
  expect(textsOfShipped(texts, '__proto__')).toEqual({});
  expect(Object.keys(textsOfShipped(texts, 'birth-registration'))).toEqual(['vi', 'en']);
});
