import { type Answers, UnknownAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../../domain/procedure/run.ts';
import { answersInOrder } from '../../../../answers/answers-in-order.ts';
import {
  formatAnswer,
  type PlaceNames,
  questionKey,
  type Translate,
} from '../../../../answers/format-answer.ts';
import { sayAnswers } from '../../../../answers/said-answers.ts';
import { sayStep } from '../../../../answers/say-step.ts';

export interface DeclaredStep {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly DeclaredLine[];
}

export interface DeclaredLine {
  readonly question: string;
  readonly label: string;
  /** Undefined where it is not known: a line to write on. */
  readonly said: string | undefined;
}

/** Where somebody signs by hand; `name` where the form asked for it under the same word (`groom` signs for `groom.name`). */
export interface PlaceToSign {
  readonly question: string;
  readonly label: string;
  readonly name: string | undefined;
}

export interface Declared {
  readonly steps: readonly DeclaredStep[];
  readonly places: readonly PlaceToSign[];
}

/**
 * All that was declared, in the form's order and words, with numbers whole. Signatures given on the screen are not
 * repeated: each has its place for a pen. `today` is the civil date that the conditions are judged on.
 */
export function findDeclared(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
  words: Translate,
  names: PlaceNames,
): Declared {
  const said = sayAnswers(evaluate(definition, answers, { today }), words, names);
  const steps = answersInOrder(definition, answers, today);
  const label = (question: Parameters<typeof questionKey>[0]) =>
    words(questionKey(question, 'label'), said(question.id));
  return {
    steps: steps
      .map((step) => ({
        key: step.key,
        title: sayStep(step, words),
        lines: step.rows
          .filter(({ question }) => question.type !== 'signature')
          .map(({ question, value }) => ({
            question: question.id,
            label: label(question),
            said:
              value === undefined || UnknownAnswer.safeParse(value).success
                ? undefined
                : formatAnswer(question, value, words, names),
          })),
      }))
      .filter(({ lines }) => lines.length > 0),
    places: steps
      .flatMap(({ rows }) => rows)
      .filter(({ question }) => question.type === 'signature')
      .map(({ question }) => ({
        question: question.id,
        label: label(question),
        name: nameOf(answers[question.id.replace(/^signature\./, '').concat('.name')]),
      })),
  };
}

function nameOf(answer: Answers[string] | undefined): string | undefined {
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : undefined;
}
