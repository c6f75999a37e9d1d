import { describe, expect, it } from 'vitest';
import {
  fromLunar,
  leapMonthOf,
} from '../../../../../../../src/client/features/field/interview/lunar/lunar-calendar.ts';
import { nameOfLunarYear } from '../../../../../../../src/domain/calendar/lunar-year-name.ts';

const solar = (year: number, month: number, day: number, leap = false) => {
  const read = fromLunar({ year, month, day, leap });
  if (read.kind !== 'date') return read.kind;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${read.date.year}-${two(read.date.month)}-${two(read.date.day)}`;
};

describe('the first day of the lunar year in Việt Nam', () => {
  it.each([
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
    [2031, '2031-01-23'],
    [2032, '2032-02-11'],
  ])('%i', (year, day) => {
    expect(solar(year, 1, 1)).toBe(day);
  });

  it.each([
    ['a month before the Chinese one', 1985, '1985-01-21'],
    ['a day before the Chinese one', 2007, '2007-02-17'],
    ['a day before the Chinese one', 2030, '2030-02-02'],
  ])('is %s in %i', (_, year, day) => {
    expect(solar(year, 1, 1)).toBe(day);
  });
});

describe('the day of the Hùng kings, the tenth of the third month', () => {
  it.each([
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
    [2029, '2029-04-23'],
    [2030, '2030-04-12'],
    [2031, '2031-04-01'],
    [2032, '2032-04-19'],
  ])('%i', (year, day) => {
    expect(solar(year, 3, 10)).toBe(day);
  });
});

describe('a month that comes twice', () => {
  it.each([
    [2025, 6],
    [2028, 5],
    [1985, 2],
    [2026, undefined],
  ])('in %i is %s', (year, month) => {
    expect(leapMonthOf(year)).toBe(month);
  });

  it('has two days of the same number, a month apart', () => {
    expect(solar(2025, 6, 15)).toBe('2025-07-09');
    expect(solar(2025, 6, 15, true)).toBe('2025-08-08');
  });

  it('is no day where the month comes once', () => {
    expect(solar(2025, 7, 5, true)).toBe('no-such-day');
  });
});

it('invents no day: a thirtieth of a short month, a thirteenth month, a year without tables', () => {
  expect(solar(2026, 2, 30)).toBe('no-such-day');
  expect(solar(2026, 13, 1)).toBe('no-such-day');
  expect(solar(2026, 1, 0)).toBe('no-such-day');
  expect(solar(1700, 1, 1)).toBe('year-out-of-range');
  expect(solar(9999, 1, 1)).toBe('year-out-of-range');
});

it('calls a year as elders do', () => {
  expect([1968, 1984, 2026].map(nameOfLunarYear)).toEqual(['Mậu Thân', 'Giáp Tý', 'Bính Ngọ']);
});
