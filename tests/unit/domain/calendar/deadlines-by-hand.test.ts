import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateTime } from '../../../../src/domain/calendar/civil-date.ts';
import { dueDate } from '../../../../src/domain/calendar/due-date.ts';
import { resumeDue } from '../../../../src/domain/calendar/resume-due.ts';
import { defaultCalendar as calendar } from '../../../../src/domain/calendar/working-days.ts';
import { endOfMinutes, workingMinutesBetween } from '../../../../src/domain/calendar/working-time.ts';
import type { TimeLimit } from '../../../../src/domain/procedure/definition.ts';

/*
 * Worked out by hand on a printed calendar of 2026: Tết 16–20 February; 27 and 30 April, 1 May; 31 August, 1 and 2
 * September; 24 November; Saturdays 10 January and 22 August made up for. A day's work is 9:00 to 17:00.
 */

const sameDay: TimeLimit = { kind: 'same-day', cutoff: '15:00' };
const days = (count: number): TimeLimit => ({ kind: 'working-days', days: count });
const hours = (count: number): TimeLimit => ({ kind: 'working-hours', hours: count });
const calendarDays = (count: number): TimeLimit => ({ kind: 'calendar-days', days: count });
const at = (date: string, time: string) => `${date}T${time}:00+07:00`;

describe('received → due', () => {
  it.each<[string, string, TimeLimit, string]>([
    ['15:00 sharp on the eve of Tết', at('2026-02-13', '15:00'), sameDay, at('2026-02-13', '17:00')],
    ['a minute later: after Tết', at('2026-02-13', '15:01'), sameDay, at('2026-02-23', '17:00')],
    [
      'on a day of Tết: the first day after it',
      at('2026-02-18', '09:00'),
      sameDay,
      at('2026-02-23', '17:00'),
    ],
    ['three days over Tết: 13, 23, 24', at('2026-02-12', '10:00'), days(3), at('2026-02-24', '17:00')],
    ['sixteen hours over Tết: 4 + 8 + 4', at('2026-02-13', '13:00'), hours(16), at('2026-02-24', '13:00')],
    ['seven days end in Tết', at('2026-02-10', '10:00'), calendarDays(7), at('2026-02-23', '17:00')],
    ['fifteen days end after it', at('2026-02-10', '10:00'), calendarDays(15), at('2026-02-25', '17:00')],
    ['five days with a made-up Saturday', at('2026-01-06', '10:00'), days(5), at('2026-01-12', '17:00')],
    ['four days with the other one', at('2026-08-20', '10:00'), days(4), at('2026-08-25', '17:00')],
    ['on a made-up Saturday', at('2026-08-22', '10:00'), sameDay, at('2026-08-22', '17:00')],
    ['on one, after 15:00: Monday', at('2026-08-22', '15:30'), sameDay, at('2026-08-24', '17:00')],
    ['one day over 30 April and 1 May', at('2026-04-29', '10:00'), days(1), at('2026-05-04', '17:00')],
    ['two days over the National Day', at('2026-08-28', '10:00'), days(2), at('2026-09-04', '17:00')],
    ['one day over 24 November', at('2026-11-23', '16:59'), days(1), at('2026-11-25', '17:00')],
    ['ten days over the new year', at('2026-12-24', '10:00'), days(10), at('2027-01-08', '17:00')],
    ['two days into a year without data', at('2027-12-30', '10:00'), days(2), at('2028-01-03', '17:00')],
    ['half a minute past 15:00 is past it', '2026-11-09T15:00:30+07:00', sameDay, at('2026-11-10', '17:00')],
    [
      'soon after midnight, still the day before in UTC',
      '2026-11-08T17:30:00Z',
      sameDay,
      at('2026-11-09', '17:00'),
    ],
    [
      'past 15:00 on a Friday: the made-up Saturday',
      at('2026-08-21', '15:01'),
      sameDay,
      at('2026-08-22', '17:00'),
    ],
    ['on a Sunday, which is day 0', at('2026-11-08', '10:00'), days(3), at('2026-11-11', '17:00')],
    ['hours filed after closing time', at('2026-11-09', '17:30'), hours(8), at('2026-11-10', '17:00')],
    ['hours filed before work begins', at('2026-11-09', '07:00'), hours(4), at('2026-11-09', '13:00')],
    ['hours into a made-up Saturday: 2 + 2', at('2026-08-21', '15:00'), hours(4), at('2026-08-22', '11:00')],
    [
      'a day that ends before a Monday off',
      at('2026-04-24', '10:00'),
      calendarDays(1),
      at('2026-04-28', '17:00'),
    ],
    [
      'a holiday on a Saturday, its Monday off',
      at('2027-04-29', '10:00'),
      days(1),
      at('2027-05-04', '17:00'),
    ],
  ])('%s', (_, receivedAt, limit, due) => {
    expect(dueDate({ receivedAt, limit, calendar }).dueAt).toBe(due);
  });
});

describe('paused and gone on → due', () => {
  it.each<[string, TimeLimit, string, string, string, string, string]>([
    [
      '2 days and 6 hours were left; 3 + 8 + 8 + 3 hours later, at closing time',
      days(3),
      at('2026-11-09', '10:00'),
      at('2026-11-12', '17:00'),
      at('2026-11-10', '11:00'),
      at('2026-11-16', '14:00'),
      at('2026-11-19', '17:00'),
    ],
    [
      'a limit in hours: 10 were left; 7 + 3 later, to the hour',
      hours(16),
      at('2026-11-09', '09:00'),
      at('2026-11-10', '17:00'),
      at('2026-11-09', '15:00'),
      at('2026-11-12', '10:00'),
      at('2026-11-13', '12:00'),
    ],
    [
      'over Tết, gone on in the middle of it: 23, 24, 25',
      days(5),
      at('2026-02-10', '09:00'),
      at('2026-02-24', '17:00'),
      at('2026-02-13', '09:00'),
      at('2026-02-18', '10:00'),
      at('2026-02-25', '17:00'),
    ],
    [
      'a made-up Saturday counts: 21, 22, 24, 25',
      days(5),
      at('2026-08-17', '09:00'),
      at('2026-08-22', '17:00'),
      at('2026-08-19', '09:00'),
      at('2026-08-21', '09:00'),
      at('2026-08-25', '17:00'),
    ],
    [
      'asked after work, answered before it: nothing is lost',
      days(3),
      at('2026-11-09', '10:00'),
      at('2026-11-12', '17:00'),
      at('2026-11-09', '20:00'),
      at('2026-11-10', '08:00'),
      at('2026-11-12', '17:00'),
    ],
    [
      'same day: 6 hours were left; 1.5 + 4.5 later, at closing time',
      sameDay,
      at('2026-11-09', '10:00'),
      at('2026-11-09', '17:00'),
      at('2026-11-09', '11:00'),
      at('2026-11-11', '15:30'),
      at('2026-11-12', '17:00'),
    ],
    [
      'days of the calendar: 7 were left',
      calendarDays(10),
      at('2026-11-02', '10:00'),
      at('2026-11-12', '17:00'),
      at('2026-11-05', '10:00'),
      at('2026-11-10', '10:00'),
      at('2026-11-17', '17:00'),
    ],
    [
      'and one that would end on a Sunday ends on Monday',
      calendarDays(10),
      at('2026-11-02', '10:00'),
      at('2026-11-12', '17:00'),
      at('2026-11-05', '10:00'),
      at('2026-11-08', '10:00'),
      at('2026-11-16', '17:00'),
    ],
    [
      'paid at the counter within minutes: the same day all the same',
      sameDay,
      at('2026-11-09', '09:00'),
      at('2026-11-09', '17:00'),
      at('2026-11-09', '09:01'),
      at('2026-11-09', '09:05'),
      at('2026-11-09', '17:00'),
    ],
    [
      'asked by mistake and taken back: not a day more',
      days(3),
      at('2026-11-09', '10:00'),
      at('2026-11-12', '17:00'),
      '2026-11-10T10:00:10+07:00',
      '2026-11-10T10:00:50+07:00',
      at('2026-11-12', '17:00'),
    ],
    [
      'minutes in the last hour are given back: 20 + 10',
      sameDay,
      at('2026-11-09', '10:00'),
      at('2026-11-09', '17:00'),
      at('2026-11-09', '16:30'),
      at('2026-11-09', '16:40'),
      at('2026-11-10', '17:00'),
    ],
    [
      'an hour counts: 6 left, 1 + 5',
      sameDay,
      at('2026-11-09', '10:00'),
      at('2026-11-09', '17:00'),
      at('2026-11-09', '11:00'),
      at('2026-11-09', '12:00'),
      at('2026-11-10', '17:00'),
    ],
    [
      'of a limit in hours minutes count, too',
      hours(16),
      at('2026-11-09', '09:00'),
      at('2026-11-10', '17:00'),
      at('2026-11-09', '15:00'),
      at('2026-11-09', '15:05'),
      at('2026-11-11', '09:05'),
    ],
    [
      'late when it stopped: stays late',
      days(3),
      at('2026-11-09', '10:00'),
      at('2026-11-12', '17:00'),
      at('2026-11-13', '08:00'),
      at('2026-11-20', '08:00'),
      at('2026-11-12', '17:00'),
    ],
  ])('%s', (_, limit, receivedAt, due, pausedAt, resumedAt, expected) => {
    const before = dueDate({ receivedAt, limit, calendar });
    expect(before.dueAt).toBe(due);
    const after = resumeDue({ dueAt: due, pausedAt, resumedAt, limit, calendar });
    expect(after.dueAt).toBe(expected);
    expect(after.because.slice(0, 2).map(({ key }) => key)).toEqual(['paused', 'resumed']);
  });

  it('counts on from a date that was extended: 4 days were left of it, 17, 18, 19, 20', () => {
    const after = resumeDue({
      dueAt: at('2026-11-18', '17:00'),
      pausedAt: at('2026-11-13', '09:00'),
      resumedAt: at('2026-11-17', '09:00'),
      limit: days(3),
      calendar,
    });
    expect(after.dueAt).toBe(at('2026-11-20', '17:00'));
  });

  describe('counted again from the acceptance, where the date is still the one given then', () => {
    // Tết of 2027 as it may be announced: Thursday the 4th to Wednesday the 10th of February.
    const announced = {
      ...calendar,
      years: calendar.years.map((year) =>
        year.year === 2027
          ? {
              ...year,
              off: [
                ...year.off,
                ...['04', '05', '08', '09', '10'].map((day) => ({ date: `2027-02-${day}`, confirmed: true })),
              ],
            }
          : year,
      ),
    };
    const accepted = at('2027-01-25', '10:00');
    const given = dueDate({ receivedAt: accepted, limit: days(10), calendar }).dueAt ?? '';
    const pause = { pausedAt: at('2027-01-28', '09:00'), resumedAt: at('2027-02-01', '09:00') };

    it('holidays announced since are not taken from what was left: 1, 2, 3, 11, 12, 15, 16, 17 February', () => {
      expect(given).toBe(at('2027-02-08', '17:00'));
      const after = resumeDue({
        dueAt: given,
        ...pause,
        limit: days(10),
        calendar: announced,
        countedFrom: accepted,
      });
      expect(after.dueAt).toBe(at('2027-02-17', '17:00'));
      expect(after.because).toContainEqual({
        key: 'recounted',
        params: { date: '2027-02-15', time: '17:00' },
      });
    });

    it('the limit of another case counts where it is longer, and never one that is shorter', () => {
      const under = (limit: TimeLimit) =>
        resumeDue({ dueAt: given, ...pause, limit, calendar, countedFrom: accepted }).dueAt;
      // Ten days: 1 to 5, 8, 9, 10 February; twelve: two more.
      expect(under(days(10))).toBe(at('2027-02-10', '17:00'));
      expect(under(days(12))).toBe(at('2027-02-12', '17:00'));
      expect(under(days(3))).toBe(at('2027-02-10', '17:00'));
    });
  });

  it('two pauses on one day: a short one moves nothing, and the other is counted by itself', () => {
    const pause = (dueAt: string, pausedAt: string, resumedAt: string) =>
      resumeDue({ dueAt, pausedAt, resumedAt, limit: days(3), calendar }).dueAt ?? '';
    const due = at('2026-11-12', '17:00');
    const once = pause(due, at('2026-11-10', '10:00'), at('2026-11-10', '10:20'));
    expect(once).toBe(due);
    // 2 days and 3 hours were left: 1 hour on the 11th, 8 on the 12th, 8 on the 13th, 2 on the 16th.
    expect(pause(once, at('2026-11-10', '14:00'), at('2026-11-11', '16:00'))).toBe(at('2026-11-16', '17:00'));
  });

  it('says what was left, in days and eighths of a day', () => {
    const { because } = resumeDue({
      dueAt: at('2026-11-12', '17:00'),
      pausedAt: at('2026-11-10', '11:00'),
      resumedAt: at('2026-11-16', '14:00'),
      limit: days(3),
      calendar,
    });
    expect(because).toContainEqual({ key: 'left', params: { days: 2, hours: 6 } });
  });

  it('says eight eighths as a day', () => {
    const { because } = resumeDue({
      dueAt: at('2026-11-09', '17:00'),
      pausedAt: at('2026-11-09', '09:01'),
      resumedAt: at('2026-11-10', '09:00'),
      limit: sameDay,
      calendar,
    });
    expect(because).toContainEqual({ key: 'left', params: { days: 1, hours: 0 } });
  });
});

describe('working time', () => {
  const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-01') }).map((time) =>
    // To the minute, as clocks on slips are.
    new Date(time - (time % 60_000)).toISOString(),
  );

  it('counted forward and measured again is the same', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 40 * 60 }), (from, minutes) => {
        const end = endOfMinutes(minutes, civilDateTime(from), calendar);
        expect(workingMinutesBetween(from, at(end.date, end.time), calendar)).toBe(minutes);
      }),
    );
  });

  it('of a limit in hours two pauses on end are one', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 3 * 1440 }),
        fc.integer({ min: 0, max: 5 * 1440 }),
        fc.integer({ min: 0, max: 5 * 1440 }),
        (receivedAt, count, untilPause, first, second) => {
          const later = (minutes: number, from: string) =>
            new Date(Date.parse(from) + minutes * 60_000).toISOString();
          const limit = hours(count);
          const due = dueDate({ receivedAt, limit, calendar }).dueAt ?? '';
          const asked = later(untilPause, receivedAt);
          const between = later(first, asked);
          const end = later(second, between);
          const resume = (dueAt: string, pausedAt: string, resumedAt: string) =>
            resumeDue({ dueAt, pausedAt, resumedAt, limit, calendar }).dueAt ?? '';
          expect(resume(resume(due, asked, between), between, end)).toBe(resume(due, asked, end));
        },
      ),
    );
  });

  it('a pause never brings the date of the result forward, and a longer one never shortens it', () => {
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 20 }).map(days),
      fc.integer({ min: 1, max: 60 }).map(hours),
    );
    fc.assert(
      fc.property(
        moment,
        limit,
        fc.integer({ min: 0, max: 20 * 1440 }),
        fc.integer({ min: 0, max: 20 * 1440 }),
        fc.integer({ min: 0, max: 5 * 1440 }),
        (receivedAt, itsLimit, untilPause, pause, more) => {
          const later = (minutes: number, from: string) =>
            new Date(Date.parse(from) + minutes * 60_000).toISOString();
          const due = dueDate({ receivedAt, limit: itsLimit, calendar }).dueAt ?? '';
          const pausedAt = later(untilPause, receivedAt);
          const resumed = (resumedAt: string) =>
            Date.parse(resumeDue({ dueAt: due, pausedAt, resumedAt, limit: itsLimit, calendar }).dueAt ?? '');
          const once = resumed(later(pause, pausedAt));
          expect(once).toBeGreaterThanOrEqual(Date.parse(due));
          expect(resumed(later(pause + more, pausedAt))).toBeGreaterThanOrEqual(once);
        },
      ),
    );
  });
});
