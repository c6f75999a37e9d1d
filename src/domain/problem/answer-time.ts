import * as z from 'zod';
import { dueDate } from '../calendar/due-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { awaitsAnswer, type ProblemPriority, type ProblemState } from './life.ts';

/**
 * Within which working time a problem from the field is answered: the office's own rule, editable, and unconfirmed until
 * somebody of the commune has said so. No law sets one.
 */
export const AnswerTimes = z.strictObject({
  /** Working days. */
  ordinaryDays: z.int().min(1).max(60),
  /** Working hours, eight to a day. */
  urgentHours: z.int().min(1).max(80),
  confirmed: z.boolean(),
});
export type AnswerTimes = z.infer<typeof AnswerTimes>;

/** Until an administrator saves others. */
export const defaultAnswerTimes: AnswerTimes = { ordinaryDays: 3, urgentHours: 8, confirmed: false };

/** When an answer is due for what reached the office at `since`: RFC 3339 with +07:00. */
export function answerDueAt(asked: {
  readonly since: string;
  readonly priority: ProblemPriority;
  readonly times: AnswerTimes;
  readonly calendar: WorkingCalendar;
}): string {
  const { times, priority } = asked;
  const { dueAt } = dueDate({
    receivedAt: asked.since,
    limit:
      priority === 'urgent'
        ? { kind: 'working-hours', hours: times.urgentHours }
        : { kind: 'working-days', days: times.ordinaryDays },
    calendar: asked.calendar,
  });
  if (dueAt === null) throw new Error('a limit without an end');
  return dueAt;
}

/** Somebody waits, and the time is over. */
export function isAnswerLate(
  problem: { readonly state: ProblemState; readonly dueAt: string },
  now: string,
): boolean {
  return awaitsAnswer(problem.state) && Date.parse(problem.dueAt) < Date.parse(now);
}

/** Late, and who leads the office has not been told of it: once for each time it was given. */
export function mustEscalate(
  problem: { readonly state: ProblemState; readonly dueAt: string; readonly escalatedAt: string | null },
  now: string,
): boolean {
  return problem.escalatedAt === null && isAnswerLate(problem, now);
}
