import type { Settings } from '../../../contract/operations/office.ts';
import type { ProblemAct } from '../../../contract/operations/problems.ts';
import { answerDueAt } from '../../../domain/problem/answer-time.ts';
import { afterProblemAction, type ProblemPriority } from '../../../domain/problem/life.ts';
import type { ProblemChange } from '../../storage/problems.ts';
import type { ProblemRow } from '../../storage/rows.ts';

interface Moment {
  readonly at: Date;
  readonly staffId: string;
  readonly settings: Pick<Settings, 'answerTimes' | 'closingTime' | 'years'>;
}

/**
 * What an act makes of a problem. Another priority moves the date, counted from the same beginning; a problem opened again gets
 * its whole time anew; whoever had it does not have it any more once another department is given it.
 */
export function consequenceOfAct(act: ProblemAct, problem: ProblemRow, now: Moment): ProblemChange {
  const state = afterProblemAction(act.kind, problem.state);
  if (state === undefined) throw new Error(`the policy allowed ${act.kind} where the rules do not`);
  const due = (since: Date, priority: ProblemPriority) =>
    new Date(
      answerDueAt({
        since: since.toISOString(),
        priority,
        times: now.settings.answerTimes,
        calendar: now.settings,
      }),
    );
  switch (act.kind) {
    case 'route':
      return {
        state,
        departmentId: act.departmentId,
        assignee: null,
        ...(act.priority !== problem.priority && {
          priority: act.priority,
          dueAt: due(problem.waitsSince, act.priority),
        }),
      };
    case 'take':
      return { state, assignee: now.staffId };
    case 'reopen':
      return {
        state,
        waitsSince: now.at,
        dueAt: due(now.at, problem.priority),
        escalatedAt: null,
      };
    case 'answer':
    case 'close':
      return { state };
  }
}
