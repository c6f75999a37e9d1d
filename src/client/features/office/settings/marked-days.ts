import { daysInMonth } from '../../../../domain/citizen/partial-date.ts';

export interface MarkedDay {
  readonly date: string;
  readonly confirmed: boolean;
}

/** The civil date typed in three boxes, if there is such a day in that year. */
export function readDay(
  typed: { readonly day: string; readonly month: string; readonly year: string },
  year: number,
):
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'other-year' } {
  const [day, month, typedYear] = [Number(typed.day), Number(typed.month), Number(typed.year)];
  if (![day, month, typedYear].every(Number.isInteger)) return { kind: 'no-such-day' };
  if (typedYear !== year) return { kind: 'other-year' };
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { kind: 'no-such-day' };
  return { kind: 'day', date: [year, ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-') };
}

/** Adds a day in its place, unconfirmed; a day can stand in a list once only. */
export function addDay(
  days: readonly MarkedDay[],
  date: string,
): { readonly kind: 'added'; readonly days: MarkedDay[] } | { readonly kind: 'already-there' } {
  if (days.some((day) => day.date === date)) return { kind: 'already-there' };
  return {
    kind: 'added',
    days: [...days, { date, confirmed: false }].toSorted((a, b) => a.date.localeCompare(b.date)),
  };
}
