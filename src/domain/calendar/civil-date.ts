/*
 * Civil time in Asia/Ho_Chi_Minh: UTC+7 all year, no daylight saving since 1975, so a fixed offset is exact and no
 * time-zone data is needed on a tablet.
 */

const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** Civil date and time of an instant in Asia/Ho_Chi_Minh. */
export interface CivilDateTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** Milliseconds since midnight. */
  readonly sinceMidnight: number;
}

/** `instant` is RFC 3339 with an offset; anything else is a bug and throws. */
export function civilDateTime(instant: string): CivilDateTime {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${instant}`);
  const local = new Date(at + OFFSET).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16), sinceMidnight: (at + OFFSET) % DAY };
}

/** The civil date on which an instant falls in Asia/Ho_Chi_Minh. */
export function civilDate(instant: string): string {
  return civilDateTime(instant).date;
}

/** The instant of a civil date and `HH:MM`, written with its offset: `2026-11-23T17:00:00+07:00`. */
export function instantAt(date: string, time: string): string {
  return `${date}T${time}:00+07:00`;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** `HH:MM` as minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes since midnight as `HH:MM`. */
export function timeOf(minutes: number): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
