import { civilDate, instantAt, weekday } from '../domain/calendar/civil-date.ts';
import type { QueueDays } from './storage/queue/narrowed.ts';

const DAY = 86_400_000;

/** Today, tomorrow and the Monday that follows, as they begin in Việt Nam. */
export function queueDays(now: Date): QueueDays {
  const date = civilDate(now.toISOString());
  const today = new Date(instantAt(date, '00:00'));
  const daysToMonday = (8 - weekday(date)) % 7 || 7;
  return {
    today,
    tomorrow: new Date(today.getTime() + DAY),
    nextMonday: new Date(today.getTime() + daysToMonday * DAY),
  };
}
