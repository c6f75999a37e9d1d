import type { Evaluation, Problem } from '../../../../domain/procedure/contract/evaluation.ts';
import { formatParams } from '../../../i18n/formats.ts';
import type { Sentence } from '../../../i18n/sentences.ts';
import type { Text } from '../../../i18n/useText.ts';

export interface QuestionTrouble {
  /** What keeps the interview from being finished: nothing answered where it must be, or an error. */
  readonly error: Problem | undefined;
  readonly warnings: readonly Problem[];
}

/** Everything wrong or doubtful about one question. A required question without an answer counts as an error. */
export function findTrouble(evaluation: Evaluation, question: string): QuestionTrouble {
  const own = evaluation.problems.filter((problem) => problem.question === question);
  const missing: Problem | undefined = evaluation.missing.includes(question)
    ? { question, code: 'required', source: 'answer', severity: 'error', params: {} }
    : undefined;
  return {
    error: own.find((problem) => problem.severity === 'error') ?? missing,
    warnings: own.filter((problem) => problem.severity === 'warning'),
  };
}

/** A problem as a sentence: a rule's stands in the procedure's texts, an answer's in those all procedures share. */
export function sayProblem(problem: Problem, texts: Text, problems: Text): Sentence {
  const params = formatParams(problem.params);
  return problem.source === 'rule'
    ? texts.sentence(`reasons.${problem.code}`, params)
    : problems.sentence(problem.code, params);
}
