import { describe, expect, it } from 'vitest';
import { dueDate } from '../../../../src/domain/calendar/due-date.ts';
import { defaultCalendar } from '../../../../src/domain/calendar/working-days.ts';
import type { TimeLimit } from '../../../../src/domain/procedure/definition.ts';

const sameDay: TimeLimit = { kind: 'same-day', cutoff: '15:00' };
const days = (count: number): TimeLimit => ({ kind: 'working-days', days: count });
const calendarDays = (count: number): TimeLimit => ({ kind: 'calendar-days', days: count });
const hours = (count: number): TimeLimit => ({ kind: 'working-hours', hours: count });

function due(receivedAt: string, limit: TimeLimit) {
  return dueDate({ receivedAt, limit, calendar: defaultCalendar });
}
function keys(receivedAt: string, limit: TimeLimit) {
  return due(receivedAt, limit).because.map(({ key }) => key);
}

/** Worked by hand on the printed calendar of 2026. */
describe.each<[string, string, TimeLimit, string]>([
  // Same day and the 15:00 rule.
  ['a Monday morning', '2026-11-23T09:10:00+07:00', sameDay, '2026-11-23T17:00:00+07:00'],
  ['15:00 sharp is in time', '2026-11-20T15:00:00+07:00', sameDay, '2026-11-20T17:00:00+07:00'],
  ['a second later on a Friday: Monday', '2026-11-20T15:00:01+07:00', sameDay, '2026-11-23T17:00:00+07:00'],
  [
    'late on the eve of 24 November: the 25th',
    '2026-11-23T16:00:00+07:00',
    sameDay,
    '2026-11-25T17:00:00+07:00',
  ],
  ['a Saturday: Monday', '2026-11-21T09:00:00+07:00', sameDay, '2026-11-23T17:00:00+07:00'],
  ['a Sunday late: Monday', '2026-11-22T23:59:00+07:00', sameDay, '2026-11-23T17:00:00+07:00'],
  ['a make-up Saturday is a working day', '2026-08-22T10:00:00+07:00', sameDay, '2026-08-22T17:00:00+07:00'],
  [
    'before Tết late on Friday 13 Feb: Monday 23 Feb',
    '2026-02-13T15:30:00+07:00',
    sameDay,
    '2026-02-23T17:00:00+07:00',
  ],
  [
    'the instant counts, not its offset: 08:30Z is 15:30 here',
    '2026-11-20T08:30:00Z',
    sameDay,
    '2026-11-23T17:00:00+07:00',
  ],
  [
    'late in the evening UTC it is already the next day here',
    '2026-11-22T18:00:00Z',
    sameDay,
    '2026-11-23T17:00:00+07:00',
  ],

  // Days of the calendar.
  [
    'ten days, weekends among them',
    '2026-11-13T10:00:00+07:00',
    calendarDays(10),
    '2026-11-23T17:00:00+07:00',
  ],
  [
    'one that ends on a Saturday: Monday',
    '2026-11-16T10:00:00+07:00',
    calendarDays(5),
    '2026-11-23T17:00:00+07:00',
  ],
  [
    'one that ends on 24 November: the 25th',
    '2026-11-19T10:00:00+07:00',
    calendarDays(5),
    '2026-11-25T17:00:00+07:00',
  ],

  // Working days.
  ['three days over a weekend', '2026-11-19T10:00:00+07:00', days(3), '2026-11-25T17:00:00+07:00'],
  [
    'five days with 24 November in between',
    '2026-11-20T10:00:00+07:00',
    days(5),
    '2026-11-30T17:00:00+07:00',
  ],
  ['one day from the Friday before Tết', '2026-02-13T08:00:00+07:00', days(1), '2026-02-23T17:00:00+07:00'],
  ['three days over Tết', '2026-02-12T08:00:00+07:00', days(3), '2026-02-24T17:00:00+07:00'],
  ['one day from a Saturday', '2026-11-21T10:00:00+07:00', days(1), '2026-11-23T17:00:00+07:00'],
  ['one day before the make-up Saturday', '2026-08-21T10:00:00+07:00', days(1), '2026-08-22T17:00:00+07:00'],
  ['three days over 2 September', '2026-08-28T10:00:00+07:00', days(3), '2026-09-07T17:00:00+07:00'],
  ['two days over 30 April and 1 May', '2026-04-29T10:00:00+07:00', days(2), '2026-05-05T17:00:00+07:00'],
  ['Giỗ Tổ on a Sunday gives Monday off', '2026-04-24T10:00:00+07:00', days(1), '2026-04-28T17:00:00+07:00'],
  ['into the new year', '2026-12-31T10:00:00+07:00', days(1), '2027-01-04T17:00:00+07:00'],

  // Hours, eight to a day, before closing at 17:00.
  ['four hours in the morning', '2026-11-23T10:00:00+07:00', hours(4), '2026-11-23T14:00:00+07:00'],
  [
    'four hours late in the day: the rest after 24 November',
    '2026-11-23T15:00:00+07:00',
    hours(4),
    '2026-11-25T11:00:00+07:00',
  ],
  [
    'eight hours are the same time next day',
    '2026-11-18T10:00:00+07:00',
    hours(8),
    '2026-11-19T10:00:00+07:00',
  ],
  [
    'eight hours from opening end at closing',
    '2026-11-18T09:00:00+07:00',
    hours(8),
    '2026-11-18T17:00:00+07:00',
  ],
  [
    'before opening, the count begins at opening',
    '2026-11-18T06:00:00+07:00',
    hours(2),
    '2026-11-18T11:00:00+07:00',
  ],
  [
    'after closing, it begins the next day',
    '2026-11-18T20:00:00+07:00',
    hours(2),
    '2026-11-19T11:00:00+07:00',
  ],
  ['on a Sunday, it begins on Monday', '2026-11-22T12:00:00+07:00', hours(1), '2026-11-23T10:00:00+07:00'],
])('%s', (_, receivedAt, limit, dueAt) => {
  it(`gives ${dueAt}`, () => {
    expect(due(receivedAt, limit)).toMatchObject({ dueAt, dueDate: dueAt.slice(0, 10) });
  });
});

describe('the reasons', () => {
  it('say the rule and the date, and name the holiday that was skipped', () => {
    expect(due('2026-11-23T16:00:00+07:00', sameDay).because).toEqual([
      { key: 'received', params: { date: '2026-11-23', time: '16:00' } },
      { key: 'after-cutoff', params: { cutoff: '15:00' } },
      { key: 'holiday-skipped', params: { date: '2026-11-24' } },
      { key: 'due-at', params: { date: '2026-11-25', time: '17:00' } },
    ]);
  });

  it('name each rule by its own key', () => {
    expect(keys('2026-11-23T09:00:00+07:00', sameDay)).toContain('same-day');
    expect(keys('2026-11-21T09:00:00+07:00', sameDay)).toContain('day-off');
    expect(keys('2026-11-23T09:00:00+07:00', days(2))).toContain('working-days');
    expect(keys('2026-11-23T09:00:00+07:00', hours(2))).toContain('working-hours');
  });

  it('say when a make-up day was counted that nobody has confirmed', () => {
    const because = due('2026-08-21T10:00:00+07:00', days(1)).because;
    expect(because).toContainEqual({ key: 'makeup-counted', params: { date: '2026-08-22' } });
    expect(because).toContainEqual({ key: 'day-unconfirmed', params: { date: '2026-08-22' } });
  });

  it('mark a provisional year and a year without data, once each', () => {
    const over = due('2027-12-31T10:00:00+07:00', days(3)).because;
    expect(over.filter(({ key }) => key === 'year-provisional')).toEqual([
      { key: 'year-provisional', params: { year: '2027' } },
    ]);
    expect(over.filter(({ key }) => key === 'year-unknown')).toEqual([
      { key: 'year-unknown', params: { year: '2028' } },
    ]);
    expect(keys('2026-11-23T09:00:00+07:00', sameDay)).not.toContain('year-provisional');
  });

  it('of a case without limit give no date', () => {
    expect(due('2026-11-23T09:00:00+07:00', { kind: 'none' })).toEqual({
      dueAt: null,
      dueDate: null,
      because: [
        { key: 'received', params: { date: '2026-11-23', time: '09:00' } },
        { key: 'no-limit', params: {} },
      ],
    });
  });
});

it("follows the office's own calendar, not the shipped one", () => {
  const calendar = { ...defaultCalendar, closingTime: '16:30', years: [] };
  const { dueAt, because } = dueDate({ receivedAt: '2026-11-23T16:00:00+07:00', limit: days(1), calendar });
  expect(dueAt).toBe('2026-11-24T16:30:00+07:00');
  expect(because.map(({ key }) => key)).toContain('year-unknown');
});
