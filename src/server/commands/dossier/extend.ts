import { civilDate, instantAt } from '../../../domain/calendar/civil-date.ts';
import { doubts, isDoubted } from '../../../domain/calendar/due-date.ts';
import { dayKind } from '../../../domain/calendar/working-days.ts';
import { addDays } from '../../../domain/citizen/partial-date.ts';
import type { Act, ActContext, Consequence, Impossible } from './consequence.ts';

/** Nothing takes an extension back, and a later one only goes further: a slip in the year must not stand for ever. */
const MOST_DAYS = 731;

/**
 * A later date of the result, at closing time of a working day that is still to come, within two years. The reason goes with
 * the apology ("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", Circular 03/2025/TT-VPCP Annex I).
 */
export function extend(
  { dossier, settings, now }: ActContext,
  { until }: Act<'extend'>,
): Consequence | Impossible {
  const before = dossier.state.dueAt;
  const dueAt = instantAt(until, settings.closingTime);
  const isLater = before === null || Date.parse(dueAt) > Date.parse(before);
  const isToCome = Date.parse(dueAt) > now.getTime();
  const isNear = until <= addDays(civilDate(now.toISOString()), MOST_DAYS);
  if (!isLater || !isToCome || !isNear || !dayKind(until, settings).works)
    return { kind: 'impossible', detail: 'date' };
  const doubted = doubts(until, until, settings);
  return {
    event: { dueAt },
    detail: { dueAt, dueAtBefore: before, isDueDoubted: isDoubted(doubted) },
    dueReason: [
      ...dossier.dueReason,
      { key: 'extended', params: { date: until, time: settings.closingTime } },
      ...doubted.map(({ key, params }) => ({ key, params: { ...params } })),
    ],
  };
}
