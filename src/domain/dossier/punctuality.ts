import type { DossierState } from './state.ts';

export const PUNCTUALITIES = ['not-counted', 'running', 'overdue', 'early', 'on-time', 'late'] as const;

/**
 * `not-counted`: no limit runs. `running` and `overdue`: not ended yet. `early`, `on-time`, `late`: how it ended; early is a
 * day or more before the date of the result.
 */
export type Punctuality = (typeof PUNCTUALITIES)[number];

const DAY = 86_400_000;

/**
 * How a dossier keeps its date, as communes are ranked (Bộ chỉ số 766): ended by the date of the result is on time;
 * more than one supplement request counts as late. `now` is an instant (RFC 3339); where the clock stands because the
 * citizen is asked, or stood when it ended, that moment counts instead: time that they took is nobody's delay.
 */
export function punctualityOf(
  dossier: Pick<DossierState, 'dueAt' | 'endedAt' | 'pausedAt' | 'supplementsAsked' | 'acceptedAt'>,
  now: string,
): Punctuality {
  const { dueAt, endedAt, supplementsAsked } = dossier;
  if (dossier.acceptedAt === null) return 'not-counted';
  const due = dueAt === null ? undefined : Date.parse(dueAt);
  if (endedAt !== null) {
    if (supplementsAsked > 1) return 'late';
    if (due === undefined) return 'not-counted';
    const left = due - Date.parse(dossier.pausedAt ?? endedAt);
    if (left < 0) return 'late';
    return left >= DAY ? 'early' : 'on-time';
  }
  if (supplementsAsked > 1) return 'overdue';
  if (due === undefined) return 'not-counted';
  return Date.parse(dossier.pausedAt ?? now) > due ? 'overdue' : 'running';
}
