import { isAskedAgain, isSameAnswer } from '../../../../domain/dossier/supplement.ts';
import type { Evaluation, VisibleStep } from '../../../../domain/procedure/contract/evaluation.ts';
import type { Supplementing } from '../../../storage/model.ts';

/**
 * The steps of a supplement: of the dossier's questions those that the office asks for again, those that have come up since, those
 * that the rules now find wrong or missing, and the signature under it all. Whatever was changed once stays among them.
 */
export function stepsToAsk(
  evaluation: Evaluation,
  { items, filed }: Pick<Supplementing, 'items' | 'filed'>,
  /** Of the answers as the office has them. */
  before: Pick<Evaluation, 'steps'>,
): readonly VisibleStep[] {
  const asked = new Set(
    before.steps.flatMap(({ questions }) => questions.map(({ question }) => question.id)),
  );
  const wrong = new Set([
    ...evaluation.missing,
    ...evaluation.problems.filter(({ severity }) => severity === 'error').map(({ question }) => question),
  ]);
  const { submission } = evaluation;
  return evaluation.steps
    .map((step) => ({
      ...step,
      questions: step.questions.filter(
        ({ question }) =>
          question.type === 'signature' ||
          isAskedAgain(question, items) ||
          !asked.has(question.id) ||
          wrong.has(question.id) ||
          !isSameAnswer(filed[question.id], submission[question.id]),
      ),
    }))
    .filter(({ step, questions }) => step.kind === 'read-back' || questions.length > 0);
}
