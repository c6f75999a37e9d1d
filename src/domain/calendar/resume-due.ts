import { addDays } from '../citizen/partial-date.ts';
import type { Reason } from '../procedure/contract/evaluation.ts';
import type { TimeLimit } from '../procedure/definition.ts';
import { civilDateTime, instantAt, minutesOf, timeOf } from './civil-date.ts';
import { type DueDate, daysOnTheWay, doubts, dueDate } from './due-date.ts';
import { dayKind, nextWorkingDay, type WorkingCalendar } from './working-days.ts';
import { DAY_HOURS, endOfMinutes, workingMinutesBetween } from './working-time.ts';

/**
 * The date of the result after the clock stood from `pausedAt` to `resumedAt` because the citizen was asked for something
 * (statuses 5 and 6): what was left when it stopped is counted on from when it goes on. What is left is counted in working
 * minutes, eight hours to a day, so a part of a day stays a part of a day; a limit in days ends at closing time of the day
 * that is reached, a limit in days of the calendar moves by as many days as it stood. An hour is the least that moves a limit
 * in days: a fee paid at once at the counter makes no day of the few minutes it took. A dossier that was late when it stopped
 * stays late.
 *
 * `countedFrom`: the acceptance, where the date is still the one that was given then. It is counted again from there, because
 * holidays have been announced since, or a supplement made another case of it; a date that is earlier so does not count.
 */
export function resumeDue(asked: {
  readonly dueAt: string;
  readonly pausedAt: string;
  readonly resumedAt: string;
  readonly limit: TimeLimit;
  readonly calendar: WorkingCalendar;
  readonly countedFrom?: string | undefined;
}): DueDate {
  const { limit, calendar } = asked;
  const dueAt = recounted(asked);
  const paused = civilDateTime(asked.pausedAt);
  const resumed = civilDateTime(asked.resumedAt);
  const due = civilDateTime(dueAt);
  const stood: readonly Reason[] = [
    { key: 'paused', params: { date: paused.date, time: paused.time } },
    { key: 'resumed', params: { date: resumed.date, time: resumed.time } },
    ...(dueAt === asked.dueAt ? [] : [{ key: 'recounted', params: { date: due.date, time: due.time } }]),
  ];
  const stays = whyItStays({ ...asked, dueAt });
  if (stays !== undefined) {
    return {
      dueAt: instantAt(due.date, due.time),
      dueDate: due.date,
      because: [...stood, { key: stays, params: { date: due.date, time: due.time } }],
    };
  }
  const { end, left } =
    limit.kind === 'calendar-days'
      ? movedByDays(dueAt, paused.date, resumed.date, calendar)
      : countedOn({ ...asked, dueAt }, limit);
  return {
    dueAt: instantAt(end.date, end.time),
    dueDate: end.date,
    because: [
      ...stood,
      left,
      ...daysOnTheWay(resumed.date, end.date, calendar),
      { key: 'due-at', params: { date: end.date, time: end.time } },
      ...doubts(resumed.date, end.date, calendar),
    ],
  };
}

function recounted({ dueAt, countedFrom, limit, calendar }: Parameters<typeof resumeDue>[0]): string {
  const again =
    countedFrom === undefined ? null : dueDate({ receivedAt: countedFrom, limit, calendar }).dueAt;
  return again !== null && Date.parse(again) > Date.parse(dueAt) ? again : dueAt;
}

const LEAST_MINUTES = 60;

/** Why the date is not another one. Whoever has less than an hour left gets back what the pause took of it. */
function whyItStays({ dueAt, pausedAt, resumedAt, limit, calendar }: Parameters<typeof resumeDue>[0]) {
  if (Date.parse(pausedAt) > Date.parse(dueAt)) return 'was-late';
  const isInDays = limit.kind !== 'working-hours' && limit.kind !== 'calendar-days';
  const isShort = workingMinutesBetween(pausedAt, resumedAt, calendar) < LEAST_MINUTES;
  const isTimeLeft = workingMinutesBetween(resumedAt, dueAt, calendar) >= LEAST_MINUTES;
  return isInDays && isShort && isTimeLeft ? 'pause-short' : undefined;
}

interface Moved {
  readonly end: { readonly date: string; readonly time: string };
  readonly left: Reason;
}

function countedOn(
  asked: {
    readonly dueAt: string;
    readonly pausedAt: string;
    readonly resumedAt: string;
    readonly calendar: WorkingCalendar;
  },
  limit: TimeLimit,
): Moved {
  const { calendar } = asked;
  const minutes = workingMinutesBetween(asked.pausedAt, asked.dueAt, calendar);
  const reached = endOfMinutes(Math.max(minutes, 1), civilDateTime(asked.resumedAt), calendar);
  return {
    end: limit.kind === 'working-hours' ? reached : { date: reached.date, time: calendar.closingTime },
    left: { key: 'left', params: inEighths(minutes) },
  };
}

/** Days and eighths of a working day, as the one-stop software counts them; a part of an eighth is given in full. */
function inEighths(minutes: number): { readonly days: number; readonly hours: number } {
  const hours = Math.ceil(minutes / 60);
  return { days: Math.floor(hours / DAY_HOURS), hours: hours % DAY_HOURS };
}

function movedByDays(dueAt: string, pausedOn: string, resumedOn: string, calendar: WorkingCalendar): Moved {
  const due = civilDateTime(dueAt);
  const days = Math.round((Date.parse(due.date) - Date.parse(pausedOn)) / 86_400_000);
  const last = addDays(resumedOn, days);
  const date = dayKind(last, calendar).works ? last : nextWorkingDay(last, calendar);
  return {
    end: { date, time: timeOf(minutesOf(calendar.closingTime)) },
    left: { key: 'left-calendar', params: { days } },
  };
}
