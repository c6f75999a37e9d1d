import { PartialDate } from './partial-date.ts';

export type PrintedDate =
  | { readonly kind: 'date'; readonly date: PartialDate }
  /** Empty, or every part of it unknown. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrong' };

/**
 * A date as papers and cards have it: `ddMMyyyy`, or day, month and year with `/`, `-` or `.` between; `00` is a part
 * that nobody knows, and a year may stand alone. A day whose month is unknown says nothing and is left out.
 */
export function parsePrintedDate(text: string): PrintedDate {
  if (text === '') return { kind: 'unknown' };
  const match = /^(?:(\d{2})(\d{2})|(?:(\d{1,2})[/.-])?(?:(\d{1,2})[/.-]))?(\d{4})$/.exec(text);
  if (match === null) return { kind: 'wrong' };
  const day = Number(match[1] ?? match[3] ?? 0);
  const month = Number(match[2] ?? match[4] ?? 0);
  const year = Number(match[5]);
  if (year === 0) return { kind: 'unknown' };
  const parsed = PartialDate.safeParse({
    year,
    ...(month === 0 ? {} : { month }),
    ...(month === 0 || day === 0 ? {} : { day }),
  });
  return parsed.success ? { kind: 'date', date: parsed.data } : { kind: 'wrong' };
}
