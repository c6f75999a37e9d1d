import type { Evaluation } from '../../domain/procedure/contract/evaluation.ts';
import { formatAnswer, type PlaceNames, type Translate } from './format-answer.ts';

/** Values for the answers that a question's sentence names: "How old is {{child.name}}?" */
export type SaidAnswers = (question: string) => Readonly<Record<string, string>>;

const repetitionOf = (id: string) => /\.\d+$/.exec(id)?.[0] ?? '';

/**
 * The answers so far in words, for sentences that name them. A sentence inside a repetition means the answers of the
 * same repetition; what is not answered yet is three dots.
 */
export function sayAnswers(
  evaluation: Pick<Evaluation, 'steps' | 'submission'>,
  words: Translate,
  places: PlaceNames,
): SaidAnswers {
  const said = new Map<string, string>();
  for (const [id, value] of Object.entries(evaluation.submission))
    if (typeof value !== 'object') said.set(id, String(value));
  for (const { question, answered } of evaluation.steps.flatMap((step) => step.questions))
    said.set(
      question.id,
      answered || evaluation.submission[question.id] !== undefined
        ? formatAnswer(question, evaluation.submission[question.id], words, places)
        : '…',
    );
  return (question) => {
    const own = repetitionOf(question);
    const params: Record<string, string> = {};
    for (const [id, words] of said) {
      const repetition = repetitionOf(id);
      if (repetition === '') params[id] = words;
      else if (repetition === own) params[id.slice(0, -repetition.length)] = words;
    }
    return params;
  };
}
