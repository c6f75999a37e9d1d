import type { Answers } from './contract/answers.ts';
import type { Evaluation, EvaluationContext } from './contract/evaluation.ts';
import type { ProcedureDefinition } from './definition.ts';

/** The engine's one entry: see `contract/README.md` for what it promises. */
export function evaluate(
  _definition: ProcedureDefinition,
  _answers: Answers,
  _context: EvaluationContext,
): Evaluation {
  throw new Error('not built yet');
}
