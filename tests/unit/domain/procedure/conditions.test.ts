import { describe, expect, it } from 'vitest';
import { decide, holds } from '../../../../src/domain/procedure/conditions.ts';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Condition } from '../../../../src/domain/procedure/definition.ts';

const today = '2026-11-22';
const is: Condition = { answer: 'pet', is: 'cat' };

describe('a condition on one answer', () => {
  const cases: [string, Answers, 'yes' | 'no' | 'open'][] = [
    ['the value asked for', { pet: 'cat' }, 'yes'],
    ['another value', { pet: 'dog' }, 'no'],
    ['"I don\'t know"', { pet: { unknown: true } }, 'open'],
    ['no answer', {}, 'open'],
    ['a blank answer', { pet: '  ' }, 'open'],
  ];

  it.each(cases)('%s', (_, answers, truth) => {
    expect(decide(is, answers, today)).toBe(truth);
  });

  it('holds neither itself nor its opposite while it is open', () => {
    for (const answers of [{}, { pet: { unknown: true as const } }]) {
      expect(holds(is, answers, today)).toBe(false);
      expect(holds({ not: is }, answers, today)).toBe(false);
    }
    expect(holds({ not: is }, { pet: 'dog' }, today)).toBe(true);
  });

  it('may ask about the gap itself', () => {
    expect(decide({ answer: 'pet', answered: true }, {}, today)).toBe('no');
    expect(decide({ answer: 'pet', answered: false }, {}, today)).toBe('yes');
    expect(decide({ answer: 'pet', answered: true }, { pet: { unknown: true } }, today)).toBe('yes');
    expect(decide({ answer: 'pet', unknown: true }, { pet: { unknown: true } }, today)).toBe('yes');
    expect(decide({ answer: 'pet', unknown: true }, { pet: 'cat' }, today)).toBe('no');
    expect(decide({ answer: 'pet', unknown: true }, {}, today)).toBe('open');
  });

  it('finds no answer in what every object inherits', () => {
    expect(decide({ answer: 'constructor', answered: true }, {}, today)).toBe('no');
  });

  it('compares a consent by its yes or no, a document by its paper, a signature by its method', () => {
    const answers: Answers = {
      agreed: { granted: false, at: 'then' },
      paper: { alternative: 'witness-statement', attachments: [], paper: 'at-home' },
      signed: { method: 'thumbprint', attachment: '01934c5e-0000-7000-8000-000000000001', at: 'then' },
      some: ['a', 'b'],
      number: 3,
    };
    expect(decide({ answer: 'agreed', is: false }, answers, today)).toBe('yes');
    expect(decide({ answer: 'paper', in: ['witness-statement'] }, answers, today)).toBe('yes');
    expect(decide({ answer: 'signed', is: 'thumbprint' }, answers, today)).toBe('yes');
    expect(decide({ answer: 'some', includes: 'b' }, answers, today)).toBe('yes');
    expect(decide({ answer: 'some', includes: 'c' }, answers, today)).toBe('no');
    expect(decide({ answer: 'number', is: 3 }, answers, today)).toBe('yes');
    expect(decide({ answer: 'number', is: '3' }, answers, today)).toBe('no');
  });
});

describe('conditions together', () => {
  const yes: Condition = { answer: 'a', is: 'x' };
  const no: Condition = { answer: 'a', is: 'y' };
  const open: Condition = { answer: 'nobody', is: 'x' };
  const answers: Answers = { a: 'x' };

  it.each([
    ['all, with one against', { all: [yes, open, no] }, 'no'],
    ['all, with one open', { all: [yes, open] }, 'open'],
    ['all of them', { all: [yes, yes] }, 'yes'],
    ['any, with one for', { any: [no, open, yes] }, 'yes'],
    ['any, with one open', { any: [no, open] }, 'open'],
    ['any, with none', { any: [no, no] }, 'no'],
  ] as [string, Condition, string][])('%s', (_, condition, truth) => {
    expect(decide(condition, answers, today)).toBe(truth);
  });
});

describe('days since a date', () => {
  const late: Condition = { daysSince: 'born', moreThan: 60 };
  const onTime: Condition = { daysSince: 'born', atMost: 60 };

  it('counts the 60th day as on time, and the 61st as late', () => {
    const sixty: Answers = { born: { year: 2026, month: 9, day: 23 } };
    const sixtyOne: Answers = { born: { year: 2026, month: 9, day: 22 } };
    expect([decide(onTime, sixty, today), decide(late, sixty, today)]).toEqual(['yes', 'no']);
    expect([decide(onTime, sixtyOne, today), decide(late, sixtyOne, today)]).toEqual(['no', 'yes']);
  });

  it('does not decide from a month or a year, however long ago', () => {
    expect(decide(late, { born: { year: 1960 } }, today)).toBe('open');
    expect(decide(late, { born: { year: 2026, month: 1 } }, today)).toBe('open');
    expect(decide(late, { born: 'last spring' }, today)).toBe('open');
  });
});

describe('a number', () => {
  it.each<[string, Answers, string, string]>([
    ['the limit itself is at least', { n: 5 }, 'yes', 'no'],
    ['below it is under', { n: 4.9 }, 'no', 'yes'],
    ['no answer', {}, 'open', 'open'],
    ['"I don\'t know"', { n: { unknown: true } }, 'open', 'open'],
    ['a word', { n: '7' }, 'open', 'open'],
  ])('%s', (_, answers, atLeast, under) => {
    expect(decide({ number: 'n', atLeast: 5 }, answers, today)).toBe(atLeast);
    expect(decide({ number: 'n', under: 5 }, answers, today)).toBe(under);
  });
});

describe('two dates', () => {
  const day = { year: 2020, month: 6, day: 15 };
  it.each<[string, Answers, string]>([
    ['the day before', { d: { ...day, day: 14 } }, 'yes'],
    ['the day itself', { d: day }, 'no'],
    ['a month that is over by then', { d: { year: 2020, month: 5 } }, 'yes'],
    ['the month of that day', { d: { year: 2020, month: 6 } }, 'open'],
    ['a later month', { d: { year: 2020, month: 7 } }, 'no'],
    ['a year before', { d: { year: 2019 } }, 'yes'],
    ['that year', { d: { year: 2020 } }, 'open'],
    ['a year after', { d: { year: 2021 } }, 'no'],
    ['no date', {}, 'open'],
    ['no such day', { d: { year: 2019, month: 2, day: 30 } }, 'open'],
  ])('%s', (_, answers, before) => {
    const opposite = { yes: 'no', no: 'yes' }[before] ?? 'open';
    const other: Answers = { ...answers, other: day };
    expect(decide({ date: 'd', before: '2020-06-15' }, answers, today)).toBe(before);
    expect(decide({ date: 'd', onOrAfter: '2020-06-15' }, answers, today)).toBe(opposite);
    expect(decide({ date: 'd', before: 'other' }, other, today)).toBe(before);
  });

  it('known in part on both sides are decided where their days do not meet', () => {
    const before: Condition = { date: 'd', before: 'other' };
    expect(decide(before, { d: { year: 2019 }, other: { year: 2020 } }, today)).toBe('yes');
    expect(decide(before, { d: { year: 2020 }, other: { year: 2020 } }, today)).toBe('open');
    expect(decide(before, { d: { year: 2020 }, other: { year: 2020, month: 1 } }, today)).toBe('open');
    expect(decide(before, { d: { year: 2021 }, other: { year: 2020 } }, today)).toBe('no');
  });
});

describe('the case', () => {
  it('is open until it is decided', () => {
    const condition: Condition = { case: 'late' };
    expect(decide(condition, {}, today)).toBe('open');
    expect(decide({ not: condition }, {}, today)).toBe('open');
    expect(decide(condition, {}, today, 'late')).toBe('yes');
    expect(decide(condition, {}, today, 'on-time')).toBe('no');
  });
});

describe('a formula', () => {
  it('is yes or no, also of a gap', () => {
    const small: Condition = { formula: { call: '<', with: [{ answer: 'n' }, { value: 5 }] } };
    expect(decide(small, { n: 4 }, today)).toBe('yes');
    expect(decide(small, {}, today)).toBe('no');
    expect(decide({ not: small }, {}, today)).toBe('yes');
  });
});

describe('age', () => {
  const under: Condition = { ageOf: 'born', under: 14 };
  const atLeast: Condition = { ageOf: 'born', atLeast: 14 };

  it('is full years: the birthday counts', () => {
    const birthday: Answers = { born: { year: 2012, month: 11, day: 22 } };
    const tomorrow: Answers = { born: { year: 2012, month: 11, day: 23 } };
    expect([decide(under, birthday, today), decide(atLeast, birthday, today)]).toEqual(['no', 'yes']);
    expect([decide(under, tomorrow, today), decide(atLeast, tomorrow, today)]).toEqual(['yes', 'no']);
  });

  it('from a year alone is decided only where it cannot be otherwise', () => {
    const truths = (year: number) => [
      decide(under, { born: { year } }, today),
      decide(atLeast, { born: { year } }, today),
    ];
    expect(truths(2011)).toEqual(['no', 'yes']);
    expect(truths(2012)).toEqual(['open', 'open']);
    expect(truths(2013)).toEqual(['yes', 'no']);
  });
});
