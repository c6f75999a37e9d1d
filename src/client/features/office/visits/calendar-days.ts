import * as z from 'zod';
import { weekday } from '../../../../domain/calendar/civil-date.ts';
import { addDays, daysInMonth } from '../../../../domain/citizen/partial-date.ts';

/** How the calendar is looked at. */
export const CalendarView = z.enum(['month', 'week', 'list']);
export type CalendarView = z.infer<typeof CalendarView>;

const LIST_DAYS = 28;

/** First and last day of what is shown, both included: whole weeks from Monday on, or four weeks from the day itself. */
export function spanOf(view: CalendarView, day: string): { readonly from: string; readonly to: string } {
  switch (view) {
    case 'month': {
      const first = `${day.slice(0, 8)}01`;
      const last = addDays(first, daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) - 1);
      return { from: mondayOf(first), to: addDays(mondayOf(last), 6) };
    }
    case 'week':
      return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
    case 'list':
      return { from: day, to: addDays(day, LIST_DAYS - 1) };
  }
}

/** Every day of a span. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The day to look at one step earlier (-1) or later (1): a month, a week, four weeks. */
export function stepFrom(view: CalendarView, day: string, step: -1 | 1): string {
  switch (view) {
    case 'month': {
      const first = `${day.slice(0, 8)}01`;
      return step === -1
        ? `${addDays(first, -1).slice(0, 8)}01`
        : addDays(first, daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))));
    }
    case 'week':
      return addDays(day, step * 7);
    case 'list':
      return addDays(day, step * LIST_DAYS);
  }
}

function mondayOf(day: string): string {
  return addDays(day, -((weekday(day) + 6) % 7));
}
