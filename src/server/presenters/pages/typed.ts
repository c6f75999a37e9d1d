import { PartialDate } from '../../../domain/citizen/partial-date.ts';

/** What stands in the fields when a form is shown again. */
export interface TypedBirthDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const nothingTyped: TypedBirthDate = { day: '', month: '', year: '' };

/** A part left empty is a part not known; undefined for what is no date. */
export function readBirthDate({ day, month, year }: TypedBirthDate): PartialDate | undefined {
  const parts = { year: numberOf(year), month: numberOf(month), day: numberOf(day) };
  const read = PartialDate.safeParse({
    year: parts.year,
    ...(parts.month !== undefined && { month: parts.month }),
    ...(parts.day !== undefined && { day: parts.day }),
  });
  return read.success ? read.data : undefined;
}

function numberOf(text: string): number | undefined {
  const figures = text.trim();
  if (figures === '') return undefined;
  return /^\d{1,4}$/.test(figures) ? Number(figures) : Number.NaN;
}
