import type { Text } from './useText.ts';

export { formatNumber } from '../../domain/answers/format-number.ts';

/*
 * Dates and amounts as people here write them, in every screen language: 23/11/2026, 20.000 đ, 10:42.
 * Việt Nam has one time zone without summer time, so the wall clock is UTC+7 whatever the tablet is set to.
 */
const SEVEN_HOURS = 7 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

const ISO_DATE = /^\d{4}(-\d{2}){1,2}$/;
const two = (n: number) => String(n).padStart(2, '0');
const wallClock = (instant: string | Date) => new Date(new Date(instant).getTime() + SEVEN_HOURS);
const dayNumber = (wall: Date) => Math.floor(wall.getTime() / DAY);

/** `2026-11-23` (or a partial `2026-11`, `2026`) to `23/11/2026` (`11/2026`, `2026`). */
export function formatDate(isoDate: string): string {
  return isoDate.slice(0, 10).split('-').reverse().join('/');
}

/** Values of a sentence with dates as people write them: what rules compare as `2026-11-23` is never shown so. */
export function formatParams(
  params: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && ISO_DATE.test(value) ? formatDate(value) : value,
    ]),
  );
}

/** Civil date in Việt Nam of a moment, `YYYY-MM-DD`. */
export function civilDate(instant: string | Date): string {
  return wallClock(instant).toISOString().slice(0, 10);
}

/** `10:42`. */
export function formatClock(instant: string | Date): string {
  const wall = wallClock(instant);
  return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

/** `10:42 23/11/2026`. */
export function formatDateTime(instant: string | Date): string {
  return `${formatClock(instant)} ${formatDate(civilDate(instant))}`;
}

/** `10:42` today, `10:42 yesterday`, `10:42 21/11`, with the year where it is another one. `t` is the text of `common`. */
export function formatMoment(instant: string | Date, now: Date, t: Text): string {
  const then = wallClock(instant);
  const today = wallClock(now);
  const clock = formatClock(instant);
  const daysAgo = dayNumber(today) - dayNumber(then);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return t('time.yesterday', { clock });
  const date = `${two(then.getUTCDate())}/${two(then.getUTCMonth() + 1)}`;
  return then.getUTCFullYear() === today.getUTCFullYear()
    ? `${clock} ${date}`
    : `${clock} ${date}/${then.getUTCFullYear()}`;
}

/** Whole đồng to `20.000 đ`. */
export function formatMoney(dong: number): string {
  return `${groupThousands(dong)} đ`;
}

/** `10.000`. */
export function groupThousands(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** Bytes to `0,4 MB`; never rounds something down to nothing. */
export function formatMegabytes(bytes: number): string {
  if (bytes <= 0) return '0 MB';
  const tenths = Math.max(1, Math.round(bytes / 100_000));
  return tenths >= 100
    ? `${groupThousands(tenths / 10)} MB`
    : `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `,${tenths % 10}`} MB`;
}
