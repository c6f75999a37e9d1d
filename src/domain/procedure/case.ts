import { decide } from './conditions.ts';
import type { Answers } from './contract/answers.ts';
import type { CaseDecision } from './contract/evaluation.ts';
import type { ProcedureDefinition } from './definition.ts';

/** The first case whose condition holds. None while an earlier case is still open: a guess would promise a date. */
export function findCase(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): CaseDecision | undefined {
  for (const { id, when, limit, fee } of definition.cases) {
    const truth = when === undefined ? 'yes' : decide(when, answers, today);
    if (truth === 'open') return undefined;
    if (truth === 'yes') return { id, limit, fee, why: { key: `case-${id}`, params: {} } };
  }
  return undefined;
}
