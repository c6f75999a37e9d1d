import { daysInMonth, formatIsoPartial, type PartialDate } from '../citizen/partial-date.ts';
import type { Truth } from './truth.ts';

/** The days that a date known in part may be, as ISO dates. */
export interface DateSpan {
  readonly earliest: string;
  readonly latest: string;
}

/** `1968` may be any day from 1 January to 31 December: nothing is invented, all of it is kept in mind. */
export function spanOf(date: PartialDate | undefined): DateSpan | undefined {
  if (date === undefined) return undefined;
  const firstMonth = date.month ?? 1;
  const lastMonth = date.month ?? 12;
  return {
    earliest: formatIsoPartial({ year: date.year, month: firstMonth, day: date.day ?? 1 }),
    latest: formatIsoPartial({
      year: date.year,
      month: lastMonth,
      day: date.day ?? daysInMonth(date.year, lastMonth),
    }),
  };
}

/** Whether the first is before the second; open where some of their days say yes and others no. */
export function compareDates(first: DateSpan, second: DateSpan): Truth {
  if (first.latest < second.earliest) return 'yes';
  return first.earliest >= second.latest ? 'no' : 'open';
}
