import { civilDate } from '../../../i18n/formats.ts';

/** Whole civil days in Việt Nam since the office last heard of a tablet. */
export function daysUnseen(lastSeenAt: string, now: Date): number {
  return (Date.parse(civilDate(now)) - Date.parse(civilDate(lastSeenAt))) / 86_400_000;
}
