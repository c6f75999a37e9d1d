import { expect, it } from 'vitest';
import { findSentence } from '../../../src/contract/find-sentence.ts';

it('finds a sentence in the first that has it, and says one of a thing in its own way', () => {
  const first = { limit: { days_one: '{{count}} day', days: '{{count}} days' } };
  const second = { limit: { days: 'no', none: 'none' } };
  expect(findSentence([first, second], 'limit.days', { count: 1 })).toBe('1 day');
  expect(findSentence([first, second], 'limit.days', { count: 3 })).toBe('3 days');
  expect(findSentence([first, second], 'limit.none')).toBe('none');
  expect(findSentence([undefined, second], 'limit')).toBeUndefined();
});

it('says what is not known here as it is told to', () => {
  expect(findSentence([{ age: 'At {{ age }}' }], 'age', {}, '…')).toBe('At …');
  expect(findSentence([{ age: 'At {{child.age}}' }], 'age', { 'child.age': 3 }, '…')).toBe('At 3');
});

it('leaves out a sentence that names what is not known here, and every name that only objects have', () => {
  expect(findSentence([{ age: 'At {{age}}' }], 'age')).toBeUndefined();
  expect(findSentence([{ age: 'At {{age}}' }, { age: 'Old' }], 'age')).toBe('Old');
  for (const key of ['constructor', '__proto__', 'toString.name', 'constructor.name'])
    expect(findSentence([{ a: 'b' }], key)).toBeUndefined();
});
