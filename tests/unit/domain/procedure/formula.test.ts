import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Formula, FormulaFunction } from '../../../../src/domain/procedure/definition.ts';
import { compute } from '../../../../src/domain/procedure/formula/compute.ts';
import type { FormulaValue } from '../../../../src/domain/procedure/formula/value.ts';

const answers: Answers = {
  name: 'Lò Thị Mẩy',
  age: 34,
  weight: 52.5,
  born: { year: 1992, month: 2, day: 29 },
  married: { year: 2015 },
  animals: ['buffalo', 'pig'],
  unknown: { unknown: true },
  yes: { granted: true, at: 'then' },
  'member.age.1': 40,
  'member.age.3': 7,
};

type Part = Formula | string | number | boolean;
const asFormula = (part: Part): Formula => (typeof part === 'object' ? part : { value: part });
const call = (name: FormulaFunction, ...parts: Part[]): Formula => ({
  call: name,
  with: parts.map(asFormula),
});
const of = (id: string): Formula => ({ answer: id });
const all = (id: string): Formula => ({ all: id });
const run = (formula: Formula): FormulaValue => compute(formula, { answers, today: '2026-11-28' });

describe('what a formula comes to', () => {
  it.each<[string, Formula, FormulaValue]>([
    ['a sum', call('+', of('age'), 1), 35],
    ['text that is a number counts as one', call('*', '2', ' 3 '), 6],
    ['a division by nothing', call('div', 1, 0), Number.POSITIVE_INFINITY],
    ['the rest keeps the sign of what is divided', call('mod', -7, 3), -1],
    ['a sum with a gap is no number', call('+', of('nobody'), 1), Number.NaN],
    ['an unknown answer is a gap', call('+', of('unknown'), 1), Number.NaN],
    ['a date counts as days', call('-', call('today'), of('born')), 12691],
    ['a date and days make days, which make a date', call('date', call('+', of('born'), 1)), '1992-03-01'],
    ['a date known in part is a gap', call('date', of('married')), ''],
    ['days with a time of day', call('decimal-date-time', '1970-01-02T12:00'), 1.5],
    ['a date written out', call('format-date', of('born'), '%d/%m/%Y'), '29/02/1992'],
    ['half goes up', call('round', 2.5), 3],
    ['half goes up, below zero too', call('round', -2.5), -2],
    ['to two places', call('round', 2.71428, 2), 2.71],
    ['to two places, by the digits as written', call('round', 1.005, 2), 1.01],
    ['no number to no places', call('round', 'x', 2), Number.NaN],
    ['to tens', call('round', 1234, -1), 1230],
    ['whole part', call('int', -3.7), -3],
    ['a power', call('pow', 2, 10), 1024],
    ['the first that is there', call('coalesce', of('nobody'), 'else'), 'else'],
    ['one of two', call('if', call('>', of('age'), 18), 'adult', 'child'), 'adult'],
    ['texts in one', call('concat', 'Bà ', of('name')), 'Bà Lò Thị Mẩy'],
    ['letters are counted as people count them', call('string-length', 'Mẩy'), 3],
    ['a part of a text', call('substr', 'abcdef', 1, 3), 'bc'],
    ['a part from the end', call('substr', 'abcdef', -2), 'ef'],
    [
      'before and after',
      call('concat', call('substring-before', 'a-b', '-'), call('substring-after', 'a-b', '-')),
      'ab',
    ],
    ['letters for letters', call('translate', 'barn', 'abr', 'AB'), 'BAn'],
    ['spaces put right', call('normalize-space', '  a   b '), 'a b'],
    ['a choice among several', call('selected', of('animals'), 'pig'), true],
    ['not a part of a word', call('selected', of('animals'), 'buff'), false],
    ['how many were chosen', call('count-selected', of('animals')), 2],
    ['the second chosen', call('selected-at', of('animals'), 1), 'pig'],
    ['all repetitions, gaps left out', call('sum', all('member.age')), 47],
    ['how many answered', call('count', all('member.age')), 2],
    ['the greatest', call('max', all('member.age'), 41), 41],
    ['the least of nothing', call('min', all('nobody')), Number.NaN],
    ['joined', call('join', ', ', all('member.age')), '40, 7'],
    ['once, where nothing stands yet', call('once', 5), 5],
  ])('%s', (_, formula, value) => {
    expect(run(formula)).toBe(value);
  });

  it.each<[Formula, boolean]>([
    [call('=', of('nobody'), ''), true],
    [call('=', of('age'), '34'), true],
    [call('=', '34.0', '34'), false],
    [call('=', of('yes'), true), true],
    [call('=', 'anything', true), true],
    [call('!=', of('nobody'), 'x'), true],
    [call('<', of('nobody'), 5), false],
    [call('>=', of('nobody'), 5), false],
    [call('not', call('<', of('nobody'), 5)), true],
    [call('<', of('born'), call('today')), true],
    [call('<', '2026-11-27', '2026-11-28'), true],
    [call('>', all('member.age'), 39), true],
    [call('and', true, 'x', 1), true],
    [call('and', true, ''), false],
    [call('or', false, 0, ''), false],
    [call('boolean', '0'), true],
    [call('boolean', 0), false],
    [call('contains', of('name'), 'Thị'), true],
    [call('starts-with', of('name'), 'Lò'), true],
    [call('ends-with', of('name'), 'Lò'), false],
  ])('%j is %s', (formula, truth) => {
    expect(run(formula)).toBe(truth);
  });

  it('keeps what once stood there', () => {
    expect(compute(call('once', 5), { answers, today: '2026-11-28', own: 3 })).toBe(3);
  });
});

describe('a pattern', () => {
  it.each([
    ['0912345678', '0\\d{9}', true],
    ['x0912345678', '0\\d{9}', false],
    ['Mẩy', '\\p{L}+', true],
    ['', '', true],
    ['ab', '^ab$', true],
    ['ab', 'a^b', false],
    ['cat', 'cat|dog', true],
    ['catdog', '(cat|dog)*', true],
    ['12-34', '\\d{2}-\\d{2,}', true],
    ['12-3', '\\d{2}-\\d{2,}', false],
    ['a_b@c', '[\\w\\-]+\\@[^@]{1,3}', true],
    ['𠀋', '.', true],
    // What looks back or ahead, or cannot be read, matches nothing.
    ['aa', '(a)\\1', false],
    ['a', '(?=a)a', false],
    ['a', '(', false],
    ['a', 'a**', false],
    ['a', '[', false],
    ['a'.repeat(3000), 'a+', false],
    ['a', '(a{99}){99}|a', false],
  ])('%s against %s: %s', (text, pattern, matches) => {
    expect(run(call('regex', text, pattern))).toBe(matches);
  });

  it('takes no longer for patterns made to take for ever', () => {
    const text = `${'a'.repeat(900)}!`;
    for (const pattern of ['(a+)+', '(a|a?)+', '(.*a){20}', 'a*a*a*a*a*b', '(a*)*b']) {
      const before = performance.now();
      expect(run(call('regex', text, pattern))).toBe(false);
      expect(performance.now() - before).toBeLessThan(2000);
    }
  });
});
