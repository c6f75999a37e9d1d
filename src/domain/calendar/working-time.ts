import { addDays } from '../citizen/partial-date.ts';
import { civilDateTime, minutesOf, timeOf } from './civil-date.ts';
import { dayKind, nextWorkingDay, type WorkingCalendar } from './working-days.ts';

/*
 * Working time in minutes. Eight hours are one working day (`thoiGianThucHien`, hours; 8 to a day); they are counted as the
 * eight hours before closing time.
 */

export const DAY_HOURS = 8;
const DAY_MINUTES = DAY_HOURS * 60;

interface CivilMoment {
  readonly date: string;
  readonly sinceMidnight: number;
}

/** Where `minutes` of working time after a moment end; at least one. The end of a day is that day, not the next morning. */
export function endOfMinutes(
  minutes: number,
  from: CivilMoment,
  calendar: WorkingCalendar,
): { readonly date: string; readonly time: string } {
  const closes = minutesOf(calendar.closingTime);
  const opens = closes - DAY_MINUTES;
  let { date } = from;
  let clock = Math.max(opens, Math.ceil(from.sinceMidnight / 60_000));
  let left = minutes;
  while (left > 0) {
    const available = dayKind(date, calendar).works ? Math.max(0, closes - clock) : 0;
    if (left <= available) return { date, time: timeOf(clock + left) };
    left -= available;
    date = nextWorkingDay(date, calendar);
    clock = opens;
  }
  throw new Error('working time to count is at least a minute');
}

/** Working minutes from one instant to a later one, begun minutes in full; 0 where the second is not later. */
export function workingMinutesBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const start = civilDateTime(from);
  const end = civilDateTime(to);
  let minutes = 0;
  for (let { date } = start; date <= end.date; date = addDays(date, 1)) {
    if (!dayKind(date, calendar).works) continue;
    const closes = minutesOf(calendar.closingTime);
    const opens = closes - DAY_MINUTES;
    const begins = date === start.date ? Math.max(opens, Math.floor(start.sinceMidnight / 60_000)) : opens;
    const stops = date === end.date ? Math.min(closes, Math.ceil(end.sinceMidnight / 60_000)) : closes;
    minutes += Math.max(0, stops - begins);
  }
  return minutes;
}
