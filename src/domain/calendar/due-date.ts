import { addDays } from '../citizen/partial-date.ts';
import type { Reason } from '../procedure/contract/evaluation.ts';
import type { TimeLimit } from '../procedure/definition.ts';
import { civilDateTime, instantAt, minutesOf } from './civil-date.ts';
import { dayKind, nextWorkingDay, type WorkingCalendar } from './working-days.ts';
import { endOfMinutes } from './working-time.ts';

export interface DueDate {
  /** RFC 3339 with +07:00; null when the law sets no limit. */
  readonly dueAt: string | null;
  /** The civil date of `dueAt`. */
  readonly dueDate: string | null;
  /** How the date came about, in order; keys below `due.` */
  readonly because: readonly Reason[];
}

/**
 * When the result is due for a dossier received at `receivedAt`, in Asia/Ho_Chi_Minh:
 * same day → received on a working day not after the cut-off: closing time of that day, else of the next working day;
 * n working days → the day of receipt is day 0, step n working days, due at closing time;
 * hours → eight to a working day, counted only inside it.
 * Everything uncertain that was relied on (an unconfirmed day, a provisional or unknown year) is named in `because`.
 */
export function dueDate(asked: {
  readonly receivedAt: string;
  readonly limit: TimeLimit;
  readonly calendar: WorkingCalendar;
}): DueDate {
  const { limit, calendar } = asked;
  const received = civilDateTime(asked.receivedAt);
  const start: Reason = reason('received', { date: received.date, time: received.time });
  if (limit.kind === 'none') return { dueAt: null, dueDate: null, because: [start, reason('no-limit')] };

  const end = endOf(limit, received, calendar);
  return {
    dueAt: instantAt(end.date, end.time),
    dueDate: end.date,
    because: [
      start,
      end.rule,
      ...daysOnTheWay(received.date, end.date, calendar),
      reason('due-at', { date: end.date, time: end.time }),
      ...doubts(received.date, end.date, calendar),
    ],
  };
}

interface End {
  readonly date: string;
  readonly time: string;
  readonly rule: Reason;
}

function endOf(
  limit: Exclude<TimeLimit, { kind: 'none' }>,
  received: { readonly date: string; readonly sinceMidnight: number },
  calendar: WorkingCalendar,
): End {
  const time = calendar.closingTime;
  switch (limit.kind) {
    case 'same-day': {
      const { cutoff } = limit;
      if (!dayKind(received.date, calendar).works) {
        return { date: nextWorkingDay(received.date, calendar), time, rule: reason('day-off') };
      }
      if (received.sinceMidnight <= minutesOf(cutoff) * 60_000) {
        return { date: received.date, time, rule: reason('same-day', { cutoff }) };
      }
      return {
        date: nextWorkingDay(received.date, calendar),
        time,
        rule: reason('after-cutoff', { cutoff }),
      };
    }
    case 'working-days': {
      let date = received.date;
      for (let left = limit.days; left > 0; left -= 1) date = nextWorkingDay(date, calendar);
      return { date, time, rule: reason('working-days', { days: limit.days }) };
    }
    case 'working-hours':
      return {
        ...endOfMinutes(limit.hours * 60, received, calendar),
        rule: reason('working-hours', { hours: limit.hours }),
      };
    case 'calendar-days': {
      const last = addDays(received.date, limit.days);
      const date = dayKind(last, calendar).works ? last : nextWorkingDay(last, calendar);
      return { date, time, rule: reason('calendar-days', { days: limit.days }) };
    }
  }
}

/** Holidays jumped over and make-up days counted between receipt and result: what people ask about. */
export function daysOnTheWay(from: string, to: string, calendar: WorkingCalendar): readonly Reason[] {
  const reasons: Reason[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { because } = dayKind(date, calendar);
    if (because === 'holiday') reasons.push(reason('holiday-skipped', { date }));
    if (because === 'makeup') reasons.push(reason('makeup-counted', { date }));
  }
  return reasons;
}

/** What the count between two days relied on and nobody has confirmed. */
export function doubts(from: string, to: string, calendar: WorkingCalendar): readonly Reason[] {
  const reasons: Reason[] = [];
  const years = new Set<string>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const kind = dayKind(date, calendar);
    if (!kind.confirmed) reasons.push(reason('day-unconfirmed', { date }));
    const year = date.slice(0, 4);
    if (kind.year === 'confirmed' || years.has(year)) continue;
    years.add(year);
    reasons.push(reason(kind.year === 'unknown' ? 'year-unknown' : 'year-provisional', { year }));
  }
  return reasons;
}

const DOUBTS: readonly string[] = ['day-unconfirmed', 'year-unknown', 'year-provisional'];

/** Whether a date rests on days that nobody has confirmed: then it is promised as provisional. */
export function isDoubted(because: readonly Reason[]): boolean {
  return because.some(({ key }) => DOUBTS.includes(key));
}

function reason(key: string, params: Reason['params'] = {}): Reason {
  return { key, params };
}
