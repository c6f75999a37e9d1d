import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageInYears,
  daysBetween,
  displayPartial,
} from '../../../../src/domain/citizen/partial-date.ts';

describe('age', () => {
  it('is exact for a whole date, from the birthday on', () => {
    const birth = { year: 2012, month: 11, day: 23 };
    expect(ageInYears(birth, '2026-11-22')).toEqual({ kind: 'exact', years: 13 });
    expect(ageInYears(birth, '2026-11-23')).toEqual({ kind: 'exact', years: 14 });
  });

  it('is a range for a year alone, except on its last day', () => {
    expect(ageInYears({ year: 1968 }, '2026-11-22')).toEqual({ kind: 'between', least: 57, most: 58 });
    expect(ageInYears({ year: 1968 }, '2026-12-31')).toEqual({ kind: 'exact', years: 58 });
  });

  it('is exact for a month that is over or not begun', () => {
    expect(ageInYears({ year: 2012, month: 10 }, '2026-11-22')).toEqual({ kind: 'exact', years: 14 });
    expect(ageInYears({ year: 2012, month: 12 }, '2026-11-22')).toEqual({ kind: 'exact', years: 13 });
    expect(ageInYears({ year: 2012, month: 11 }, '2026-11-22')).toEqual({
      kind: 'between',
      least: 13,
      most: 14,
    });
  });

  it('of one born on 29 February goes up on 1 March', () => {
    const birth = { year: 2012, month: 2, day: 29 };
    expect(ageInYears(birth, '2026-02-28')).toEqual({ kind: 'exact', years: 13 });
    expect(ageInYears(birth, '2026-03-01')).toEqual({ kind: 'exact', years: 14 });
  });

  it('is negative before birth', () => {
    expect(ageInYears({ year: 2027, month: 1, day: 1 }, '2026-11-22')).toEqual({ kind: 'exact', years: -1 });
  });
});

it('counts days over months, leap years and backwards', () => {
  expect(daysBetween('2026-09-23', '2026-11-22')).toBe(60);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1);
  expect(addDays('2026-09-23', 60)).toBe('2026-11-22');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

it('shows figures in the order of Vietnamese papers, and no figure that is not known', () => {
  expect(displayPartial({ year: 1968, month: 3, day: 9 })).toBe('09/03/1968');
  expect(displayPartial({ year: 1968, month: 3 })).toBe('03/1968');
  expect(displayPartial({ year: 1968 })).toBe('1968');
});
