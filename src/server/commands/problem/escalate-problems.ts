import { mustEscalate } from '../../../domain/problem/answer-time.ts';
import type { Deps } from '../../deps.ts';
import { inTransaction } from '../../storage/connection.ts';
import { appendAudit } from '../../storage/journal.ts';
import {
  insertProblemAction,
  listOverdueProblems,
  lockProblem,
  markEscalated,
} from '../../storage/problems.ts';

/**
 * Puts on record, once for each problem and each time it was opened, that it is late: whoever leads the office sees it first in
 * their list. Several servers may do it at once: the row's lock and the mark on it decide. Answers how many there were.
 */
export async function escalateProblems(deps: Deps): Promise<number> {
  const at = deps.clock.now();
  let escalated = 0;
  for (const id of await listOverdueProblems(deps.db, at)) {
    const isNew = await inTransaction(deps.db, async (trx) => {
      const problem = await lockProblem(trx, id);
      const isDue =
        problem !== undefined &&
        mustEscalate(
          {
            state: problem.state,
            dueAt: problem.dueAt.toISOString(),
            escalatedAt: problem.escalatedAt?.toISOString() ?? null,
          },
          at.toISOString(),
        );
      if (!isDue) return false;
      await markEscalated(trx, id, at);
      await insertProblemAction(trx, {
        id: deps.random.id(),
        problemId: id,
        action: 'escalated',
        at,
        staffId: null,
        departmentId: null,
        text: '',
        act: { kind: 'escalated' },
      });
      await appendAudit(trx, {
        at,
        staffId: null,
        deviceId: null,
        action: 'problem-escalated',
        subject: id,
        detail: { dueAt: problem.dueAt.toISOString(), state: problem.state },
      });
      return true;
    });
    if (isNew) escalated += 1;
  }
  return escalated;
}
