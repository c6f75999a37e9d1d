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
