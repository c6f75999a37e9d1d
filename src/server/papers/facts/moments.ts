import { civilDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Say } from './subject.ts';

const partsOf = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
};

/** `9 giờ 05 phút, ngày 23 tháng 11 năm 2026`, the clock of Việt Nam. */
export function sayMoment(at: Date, say: Say): string {
  const { date, time } = civilDateTime(at.toISOString());
  const [hour = '', minute = ''] = time.split(':');
  return say('moment', { hour, minute, ...partsOf(date) });
}

/** When a result will be there, and whether days were counted for it that nobody has confirmed. */
export function sayPromise(at: Date, isDoubted: boolean, say: Say): string {
  const moment = sayMoment(at, say);
  return isDoubted ? say('provisionalMoment', { moment }) : moment;
}

/** `ngày 23 tháng 11 năm 2026`. */
export function sayDay(at: Date, say: Say): string {
  return say('day', partsOf(civilDateTime(at.toISOString()).date));
}

/** Place and day of a paper's head. */
export function sayPlaceAndDay(place: string, at: Date, say: Say): string {
  return say('placeAndDay', { place, ...partsOf(civilDateTime(at.toISOString()).date) });
}
