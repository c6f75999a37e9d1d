import { formatIsoPartial, type PartialDate } from '../../../../../domain/citizen/partial-date.ts';
import type { LunarDate } from './lunar-calendar.ts';

/** A lunar date and the solar one that was taken from it, as one string to be kept while the interview is open. */
export function keepConverted(solar: PartialDate, { day, month, year, leap }: LunarDate): string {
  return [formatIsoPartial(solar), day, month, year, leap ? 1 : 0].join('|');
}

/** The lunar date behind the solar one on the screen; undefined once somebody has typed another. */
export function convertedFrom(kept: string, solar: PartialDate | undefined): LunarDate | undefined {
  const [iso, ...parts] = kept.split('|');
  const [day, month, year, leap] = parts.map(Number);
  if (solar === undefined || iso !== formatIsoPartial(solar)) return undefined;
  if (day === undefined || month === undefined || year === undefined) return undefined;
  return { day, month, year, leap: leap === 1 };
}
