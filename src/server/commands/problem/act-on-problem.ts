import { canonicalJson } from '../../../contract/canonical-json.ts';
import type { ProblemAct } from '../../../contract/operations/problems.ts';
import type { Deps } from '../../deps.ts';
import { mayActOnProblem } from '../../policies/problem.ts';
import type { Actor } from '../../policies/reach.ts';
import { inTransaction, type Trx } from '../../storage/connection.ts';
import { findDepartment } from '../../storage/departments.ts';
import { appendAudit } from '../../storage/journal.ts';
import {
  findProblemActionOfCommand,
  insertProblemAction,
  lockProblem,
  updateProblem,
} from '../../storage/problems.ts';
import type { ProblemRow } from '../../storage/rows.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { tellVisitors } from '../visit/tell-visitors.ts';
import { consequenceOfAct } from './consequence.ts';

export type ActOnProblemOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: 'revision' | 'command-id-used' }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  | { readonly kind: 'department-unknown' };

/**
 * One act of the office on a problem from the field: what it is now, the step, the hint for the tablets of who reported it, and
 * the record, all or nothing. `@idempotent with commandId`
 */
export async function actOnProblem(
  deps: Deps,
  by: Actor,
  asked: {
    readonly id: string;
    readonly commandId: string;
    readonly revision: number;
    readonly act: ProblemAct;
  },
): Promise<ActOnProblemOutcome> {
  const at = deps.clock.now();
  const { act, commandId } = asked;
  return inTransaction<ActOnProblemOutcome>(deps.db, async (trx) => {
    const problem = await lockProblem(trx, asked.id);
    if (problem === undefined) return { kind: 'not-found' };
    const earlier = await findProblemActionOfCommand(trx, commandId);
    if (earlier !== undefined) {
      const isSame =
        earlier.problemId === problem.id &&
        earlier.staffId === by.staffId &&
        canonicalJson(earlier.act) === canonicalJson(act);
      return isSame ? { kind: 'done' } : { kind: 'conflict', detail: 'command-id-used' };
    }
    const verdict = mayActOnProblem(by, act.kind, {
      commune: problem.commune,
      state: problem.state,
      department: problem.department?.id ?? null,
    });
    if (verdict.kind === 'forbidden') return verdict;
    if (problem.revision !== asked.revision) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return verdict;
    if (act.kind === 'route' && (await findDepartment(trx, act.departmentId))?.commune !== problem.commune)
      return { kind: 'department-unknown' };
    const change = consequenceOfAct(act, problem, {
      at,
      staffId: by.staffId,
      settings: await getOfficeSettings(trx),
    });
    await updateProblem(trx, problem.id, change, at);
    await write(trx, { problem, act, commandId, by, at });
    return { kind: 'done' };
  });
}

async function write(
  trx: Trx,
  done: {
    readonly problem: ProblemRow;
    readonly act: ProblemAct;
    readonly commandId: string;
    readonly by: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const { problem, act, commandId, by, at } = done;
  await insertProblemAction(trx, {
    id: commandId,
    problemId: problem.id,
    action: act.kind,
    at,
    staffId: by.staffId,
    departmentId: act.kind === 'route' ? act.departmentId : null,
    text: textOf(act),
    act,
  });
  await tellVisitors(trx, [problem.staffId]);
  await appendAudit(trx, {
    at,
    staffId: by.staffId,
    deviceId: null,
    action: `problem-${act.kind}`,
    subject: problem.id,
    // What was written stands with the step: the record names no person's affairs.
    detail: {
      commandId,
      from: problem.state,
      ...(act.kind === 'route' && { department: act.departmentId, priority: act.priority }),
    },
  });
}

function textOf(act: ProblemAct): string {
  switch (act.kind) {
    case 'route':
      return act.note;
    case 'answer':
      return act.text;
    case 'reopen':
      return act.reason;
    case 'take':
    case 'close':
      return '';
  }
}
