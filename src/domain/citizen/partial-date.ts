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
