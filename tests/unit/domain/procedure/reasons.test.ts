import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Condition } from '../../../../src/domain/procedure/definition.ts';
import { paramsOf } from '../../../../src/domain/procedure/reason-params.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { sample } from './sample.ts';

const today = '2026-11-28';
const answers: Answers = {
  born: { year: 2026, month: 8, day: 26 },
  wed: { year: 2026, month: 12, day: 1 },
  mother: { year: 2000, month: 1, day: 1 },
  father: { year: 1990 },
  pages: 12,
};
const why = (condition: Condition) => paramsOf([condition], answers, today);
const late: Condition = { daysSince: 'born', moreThan: 60 };

describe('what decided a condition', () => {
  it.each<[string, Condition, object]>([
    ['days since a birth', late, { days: 94 }],
    ['an age', { ageOf: 'mother', atLeast: 18 }, { age: 26 }],
    ['no age where only the year is known', { ageOf: 'father', atLeast: 18 }, {}],
    ['a number', { number: 'pages', atLeast: 10 }, { number: 12 }],
    ['two dates', { date: 'wed', onOrAfter: 'born' }, { date: '2026-12-01', limit: '2026-08-26' }],
    ['a date and a day', { date: 'wed', before: '2027-01-01' }, { date: '2026-12-01', limit: '2027-01-01' }],
    ['what does not hold', { not: { daysSince: 'born', atMost: 60 } }, { days: 94 }],
    ['of two sides the one that holds', { any: [{ ageOf: 'mother', under: 18 }, late] }, { days: 94 }],
    [
      'of two ages the first',
      {
        all: [
          { ageOf: 'mother', atLeast: 18 },
          { ageOf: 'born', under: 1 },
        ],
      },
      { age: 26 },
    ],
    ['nothing while it is open', { daysSince: 'nobody', moreThan: 60 }, {}],
  ])('%s', (_, condition, params) => {
    expect(why(condition)).toEqual(params);
  });
});

describe('a fee that is computed', () => {
  const copies = sample({
    steps: [
      {
        id: 'first',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'kind', type: 'choice', options: [{ value: 'copy' }, { value: 'extract' }] },
          { id: 'pages', type: 'number', visible: { answer: 'kind', is: 'copy' } },
        ],
      },
    ],
    cases: [
      {
        id: 'only',
        limit: { kind: 'none' },
        fee: {
          kind: 'computed',
          dong: {
            call: 'if',
            with: [{ call: '>', with: [{ answer: 'pages' }, { value: 2 }] }, { value: 2000 }, { value: 500 }],
          },
          rows: [{ id: 'page', dong: 500 }],
          confirmed: true,
        },
      },
    ],
  });
  const fee = (given: Answers) => evaluate(copies, given, { today }).case?.dong;

  it('is not said while a question that it follows from is still to be answered', () => {
    expect(fee({ kind: 'copy' })).toBeUndefined();
    expect(fee({ kind: 'copy', pages: 3 })).toBe(2000);
  });

  it('needs no answer to a question that is not asked', () => {
    expect(fee({ kind: 'extract', pages: 3 })).toBe(500);
  });
});
