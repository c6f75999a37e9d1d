import type { DueDate } from '../../../domain/calendar/due-date.ts';
import { resumeDue } from '../../../domain/calendar/resume-due.ts';
import type { DueReason } from '../../storage/rows.ts';
import type { ActContext, Consequence } from './consequence.ts';

/** Reasons of a date that is another one than that of the acceptance. */
const MOVED: readonly string[] = ['resumed', 'extended'];

/** What was asked of the citizen is no longer awaited: the clock goes on with what was left. */
export function goOn({ dossier, settings, limit, now }: ActContext): Consequence {
  const { acceptedAt, dueAt, pausedAt } = dossier.state;
  if (dueAt === null || pausedAt === null) return { event: {} };
  const isAsAccepted = !dossier.dueReason.some(({ key }) => MOVED.includes(key));
  const due = resumeDue({
    dueAt,
    pausedAt,
    resumedAt: now.toISOString(),
    limit,
    calendar: settings,
    ...(isAsAccepted && acceptedAt !== null && { countedFrom: acceptedAt }),
  });
  return {
    event: { dueAt: due.dueAt },
    detail: { dueAt: due.dueAt, dueAtBefore: dueAt },
    dueReason: [...dossier.dueReason, ...reasonsOf(due)],
  };
}

/** As they are kept beside the date. */
export function reasonsOf(due: DueDate): DueReason[] {
  return due.because.map(({ key, params }) => ({ key, params: { ...params } }));
}
