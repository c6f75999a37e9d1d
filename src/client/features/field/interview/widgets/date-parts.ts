import { PartialDate } from '../../../../../domain/citizen/partial-date.ts';

/** Three boxes as typed; a part may be empty because nobody knows it. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type ReadDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: PartialDate }
  /** Not enough yet to say anything. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'wrong'; readonly code: 'no-such-month' | 'no-such-day' | 'no-such-year' };

/** What the three boxes say. Nothing is completed: a year alone stays a year. */
export function readTypedDate({ day, month, year }: TypedDate): ReadDate {
  if (day === '' && month === '' && year === '') return { kind: 'empty' };
  if (month !== '' && (Number(month) < 1 || Number(month) > 12))
    return { kind: 'wrong', code: 'no-such-month' };
  if (day !== '' && (Number(day) < 1 || Number(day) > 31)) return { kind: 'wrong', code: 'no-such-day' };
  if (year.length < 4 || (day !== '' && month === '')) return { kind: 'unfinished' };
  const parsed = PartialDate.safeParse({
    year: Number(year),
    ...(month === '' ? {} : { month: Number(month) }),
    ...(day === '' ? {} : { day: Number(day) }),
  });
  if (parsed.success) return { kind: 'date', date: parsed.data };
  const isDay = parsed.error.issues.some((issue) => issue.message === 'no-such-day');
  return { kind: 'wrong', code: isDay ? 'no-such-day' : 'no-such-year' };
}

/** The boxes for a date already answered. */
export function typeDate(date: PartialDate | undefined): TypedDate {
  const text = (n: number | undefined) => (n === undefined ? '' : String(n));
  return { day: text(date?.day), month: text(date?.month), year: text(date?.year) };
}
