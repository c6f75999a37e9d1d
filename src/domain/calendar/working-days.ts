import * as z from 'zod';
import { addDays } from '../citizen/partial-date.ts';
import { weekday } from './civil-date.ts';
import data from './data/working-days.json' with { type: 'json' };

const MarkedDay = z.strictObject({ date: z.iso.date(), confirmed: z.boolean() });

/** The commune's working days: editable data, each year and each day marked as confirmed or not. */
export const WorkingCalendar = z.strictObject({
  /** `HH:MM`; a result is due at this time of its day. */
  closingTime: z.string().regex(/^\d\d:\d\d$/),
  years: z.array(
    z.strictObject({
      year: z.int(),
      status: z.enum(['confirmed', 'provisional']),
      /** Weekdays without work. */
      off: z.array(MarkedDay),
      /** Saturdays or Sundays worked instead. */
      makeup: z.array(MarkedDay),
      source: z.string(),
    }),
  ),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** What ships: 2026 as announced, 2027 provisional. The office keeps its own editable copy. */
export const defaultCalendar: WorkingCalendar = WorkingCalendar.parse(data);

/** One day, with what is not certain about it. */
export interface DayKind {
  readonly works: boolean;
  /** Why it is not simply a weekday at work or a weekend off. */
  readonly because: 'ordinary' | 'weekend' | 'holiday' | 'makeup';
  /** False when the day rests on an entry nobody has confirmed. */
  readonly confirmed: boolean;
  readonly year: 'confirmed' | 'provisional' | 'unknown';
}

/** A year without data counts Monday to Friday and says that it is unknown. */
export function dayKind(date: string, calendar: Pick<WorkingCalendar, 'years'>): DayKind {
  const year = calendar.years.find((one) => one.year === Number(date.slice(0, 4)));
  const status = year?.status ?? 'unknown';
  const off = year?.off.find((day) => day.date === date);
  if (off !== undefined) return { works: false, because: 'holiday', confirmed: off.confirmed, year: status };
  const makeup = year?.makeup.find((day) => day.date === date);
  if (makeup !== undefined)
    return { works: true, because: 'makeup', confirmed: makeup.confirmed, year: status };
  const weekend = weekday(date) === 0 || weekday(date) === 6;
  return { works: !weekend, because: weekend ? 'weekend' : 'ordinary', confirmed: true, year: status };
}

/** The first working day after `date`. A calendar in which a whole year is off is a bug in the data, and throws. */
export function nextWorkingDay(date: string, calendar: Pick<WorkingCalendar, 'years'>): string {
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    if (dayKind(day, calendar).works) return day;
  }
  throw new Error(`no working day within a year after ${date}`);
}
