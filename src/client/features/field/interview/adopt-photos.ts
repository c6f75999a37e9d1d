import { DocumentAnswer } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import type { Draft } from '../../../storage/model.ts';
import { withAnswer } from './interview-store.ts';

/**
 * A photo is on the disk a moment before its answer names it. Where a tablet died in that moment, the photo is given
 * back to its document here, so that what was taken is also seen. A signature is not: it must be signed anew.
 */
export function adoptPhotos(draft: Draft, definition: ProcedureDefinition): Draft {
  let { answers } = draft;
  for (const question of definition.steps.flatMap((step) => step.questions)) {
    if (question.type !== 'document') continue;
    const parsed = DocumentAnswer.safeParse(answers[question.id]);
    const answer: DocumentAnswer = parsed.success ? parsed.data : { attachments: [], paper: 'photographed' };
    const lost = draft.attachments
      .filter(({ document, id }) => document === question.document && !answer.attachments.includes(id))
      .map(({ id }) => id);
    if (lost.length === 0) continue;
    answers = withAnswer(answers, question.id, { ...answer, attachments: [...answer.attachments, ...lost] });
  }
  return answers === draft.answers ? draft : { ...draft, answers };
}
