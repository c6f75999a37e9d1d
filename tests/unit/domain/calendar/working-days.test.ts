import { expect, it } from 'vitest';
import { civilDateTime, instantAt, weekday } from '../../../../src/domain/calendar/civil-date.ts';
import { dayKind, defaultCalendar, nextWorkingDay } from '../../../../src/domain/calendar/working-days.ts';

it('ships the days of 2026 and 2027 as announced or provisional, none of them on a wrong kind of weekday', () => {
  const [y2026, y2027] = defaultCalendar.years;
  expect(y2026?.off.map(({ date }) => date)).toEqual([
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-04-27',
    '2026-04-30',
    '2026-05-01',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
  ]);
  expect(y2026?.status).toBe('confirmed');
  expect(y2026?.makeup).toEqual([
    { date: '2026-01-10', confirmed: false },
    { date: '2026-08-22', confirmed: false },
  ]);
  expect(y2027?.status).toBe('provisional');
  expect(y2027?.off.every(({ confirmed }) => !confirmed)).toBe(true);
  for (const year of defaultCalendar.years) {
    for (const { date } of year.off) expect([1, 2, 3, 4, 5], date).toContain(weekday(date));
    for (const { date } of year.makeup) expect([0, 6], date).toContain(weekday(date));
  }
});

it('says what each day is', () => {
  expect(dayKind('2026-11-24', defaultCalendar)).toMatchObject({ works: false, because: 'holiday' });
  expect(dayKind('2026-11-21', defaultCalendar)).toMatchObject({ works: false, because: 'weekend' });
  expect(dayKind('2026-08-22', defaultCalendar)).toMatchObject({
    works: true,
    because: 'makeup',
    confirmed: false,
  });
  expect(dayKind('2031-05-05', defaultCalendar)).toMatchObject({ works: true, year: 'unknown' });
});

it('finds the first working day after a long holiday', () => {
  expect(nextWorkingDay('2026-02-13', defaultCalendar)).toBe('2026-02-23');
});

it('reads instants in the time of Hà Nội whatever their offset', () => {
  expect(civilDateTime('2026-11-22T17:00:00Z')).toEqual({
    date: '2026-11-23',
    time: '00:00',
    sinceMidnight: 0,
  });
  expect(civilDateTime('2026-11-22T23:59:59.500+07:00')).toMatchObject({ date: '2026-11-22', time: '23:59' });
  expect(civilDateTime(instantAt('2026-12-31', '17:00'))).toMatchObject({
    date: '2026-12-31',
    time: '17:00',
  });
  expect(() => civilDateTime('yesterday')).toThrow('not an instant');
});
