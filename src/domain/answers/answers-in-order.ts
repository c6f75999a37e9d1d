import type { Answers, AnswerValue } from '../procedure/contract/answers.ts';
import type { VisibleStep } from '../procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question, Step } from '../procedure/definition.ts';
import { evaluate } from '../procedure/run.ts';

export interface AnsweredStep extends Pick<VisibleStep, 'key' | 'repetition'> {
  readonly step: Step;
  readonly rows: readonly { readonly question: Question; readonly value: AnswerValue | undefined }[];
}

/**
 * The answers in the order in which the form asks them, hidden questions left out, steps without a row left out.
 * `today` is the civil date the conditions are judged on (`YYYY-MM-DD`): for a finished submission the day it was
 * finished, so that a later reading shows the same questions. Notes have nothing to show and are left out.
 */
export function answersInOrder(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): readonly AnsweredStep[] {
  return evaluate(definition, answers, { today })
    .steps.map(({ step, key, repetition, questions }) => ({
      step,
      key,
      ...(repetition === undefined ? {} : { repetition }),
      rows: questions
        .filter(({ question }) => question.type !== 'note')
        .map(({ question, calculated }) => ({ question, value: calculated ?? answers[question.id] })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
