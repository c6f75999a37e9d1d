import { getSolarDate, getYearInfo } from '@dqcai/vn-lunar';

/*
 * The Vietnamese lunar calendar, reckoned at UTC+7, by the tables of `@dqcai/vn-lunar`. It is not the Chinese one: the new
 * moon falls on another day where midnight lies between the two, and once in a while a whole month is off (1985).
 */

/** A day of the lunar calendar; `leap` is the second of two months of the same number. */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

export interface SolarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type FromLunar =
  | { readonly kind: 'date'; readonly date: SolarDate }
  /** The month of that year has 29 days, or there is no such month. */
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'year-out-of-range' };

/** Years for which dates of citizens are kept and whose tables are known. */
export const FIRST_LUNAR_YEAR = 1850;
export const LAST_LUNAR_YEAR = 2149;

/** The month that comes twice in that lunar year, or undefined. */
export function leapMonthOf(year: number): number | undefined {
  return isInRange(year) ? getYearInfo(year).find(({ leap }) => leap)?.month : undefined;
}

/** The day of the solar calendar. Nothing is mended: a thirtieth of a short month is no day. */
export function fromLunar({ year, month, day, leap }: LunarDate): FromLunar {
  if (!isInRange(year)) return { kind: 'year-out-of-range' };
  const months = getYearInfo(year);
  const at = months.findIndex((one) => one.month === month && one.leap === leap);
  const found = months[at];
  const next = months[at + 1] ?? getYearInfo(year + 1)[0];
  if (found === undefined || next === undefined) return { kind: 'no-such-day' };
  if (!Number.isInteger(day) || day < 1 || day > next.jd - found.jd) return { kind: 'no-such-day' };
  const solar = getSolarDate(day, month, year, leap);
  return { kind: 'date', date: { year: solar.year, month: solar.month, day: solar.day } };
}

function isInRange(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR;
}
