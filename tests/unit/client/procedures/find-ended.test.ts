import { expect, it } from 'vitest';
import { findEnded } from '../../../../src/client/procedures/find-ended.ts';
import type { OfficeNews } from '../../../../src/client/storage/model.ts';

type Said = Extract<OfficeNews['change'], { kind: 'catalogue' }>['procedures'][number];
const news = (...states: Said['state'][]): readonly OfficeNews['change'][] => [
  {
    kind: 'catalogue',
    cursor: 1,
    procedures: states.map((state, index) => ({ id: 'tree', version: index + 1, state })),
    languagePacks: [],
  },
];
const ended = (version: number, said: readonly OfficeNews['change'][]) =>
  findEnded(said, { id: 'tree', version });

it('a draft may finish on an older version without a word', () => {
  expect(ended(1, news('superseded', 'current'))).toBeUndefined();
  expect(ended(2, news('superseded', 'current'))).toBeUndefined();
  expect(ended(1, [])).toBeUndefined();
  expect(ended(3, news('superseded', 'current'))).toBeUndefined();
});

it('a draft is told when its version was withdrawn, or the whole procedure is no more', () => {
  expect(ended(1, news('withdrawn', 'current'))).toBe('withdrawn');
  expect(ended(2, news('current', 'withdrawn'))).toBe('withdrawn');
  expect(ended(1, news('current', 'withdrawn'))).toBeUndefined();
  expect(ended(1, news('superseded', 'retired'))).toBe('retired');
  expect(ended(1, news('retired', 'current'))).toBe('retired');
});
