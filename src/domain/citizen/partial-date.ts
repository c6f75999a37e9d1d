import * as z from 'zod';

/**
 * A date of which only a part may be known: year; year and month; or all three.
 * A missing part is unknown and stays unknown: nothing ever fills in 1 January.
 */
export const PartialDate = z
  .strictObject({
    year: z.int().min(1850).max(2150),
    month: z.int().min(1).max(12).optional(),
    day: z.int().min(1).max(31).optional(),
  })
  .refine((d) => d.day === undefined || d.month !== undefined, { error: 'day-without-month' })
  .refine((d) => d.day === undefined || d.month === undefined || d.day <= daysInMonth(d.year, d.month), {
    error: 'no-such-day',
  });

export type PartialDate = z.infer<typeof PartialDate>;

/** Days in a month of the Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `1968`, `1968-03` or `1968-03-09`: sorts as text, and reads as ISO 8601. */
export function formatIsoPartial(date: PartialDate): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  const parts = [pad(date.year, 4)];
  if (date.month !== undefined) parts.push(pad(date.month, 2));
  if (date.month !== undefined && date.day !== undefined) parts.push(pad(date.day, 2));
  return parts.join('-');
}

/** `09/03/1968`, `03/1968` or `1968`: the order of figures that Vietnamese papers use, the same in every language. */
export function displayPartial(date: PartialDate): string {
  return formatIsoPartial(date).split('-').reverse().join('/');
}

export type Age =
  | { readonly kind: 'exact'; readonly years: number }
  /** Not known better, as the birth date is known in part only; both ends are possible. */
  | { readonly kind: 'between'; readonly least: number; readonly most: number };

/** Completed years of age on the civil date `today` (ISO). Negative for a birth date after today. */
export function ageInYears(date: PartialDate, today: string): Age {
  const lastMonth = date.month ?? 12;
  const latest = { year: date.year, month: lastMonth, day: date.day ?? daysInMonth(date.year, lastMonth) };
  const earliest = { year: date.year, month: date.month ?? 1, day: date.day ?? 1 };
  const least = completedYears(latest, today);
  const most = completedYears(earliest, today);
  return least === most ? { kind: 'exact', years: least } : { kind: 'between', least, most };
}

/** Whole days from one ISO civil date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The civil date `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function completedYears(birth: { year: number; month: number; day: number }, today: string): number {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const hadBirthday = month > birth.month || (month === birth.month && day >= birth.day);
  return year - birth.year - (hadBirthday ? 0 : 1);
}
