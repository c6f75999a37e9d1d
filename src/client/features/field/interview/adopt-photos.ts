import { type Answers, DocumentAnswer, MediaAnswer } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import type { Draft } from '../../../storage/model.ts';
import { withAnswer } from './interview-store.ts';

/**
 * A photo or recording is on the disk a moment before its answer names it. Where a tablet died in that moment, it is
 * given back to its question here, so that what was taken is also seen. A signature is not: it must be signed anew.
 */
export function adoptPhotos(draft: Draft, definition: ProcedureDefinition): Draft {
  let { answers } = draft;
  for (const question of definition.steps.flatMap((step) => step.questions)) {
    if (question.type === 'document') answers = adoptPages(answers, question, draft);
    if (question.type === 'media') answers = adoptMedia(answers, question, draft);
  }
  return answers === draft.answers ? draft : { ...draft, answers };
}

type Of<Type extends Question['type']> = Extract<Question, { type: Type }>;

function adoptPages(answers: Answers, question: Of<'document'>, { attachments }: Draft): Answers {
  const parsed = DocumentAnswer.safeParse(answers[question.id]);
  const answer: DocumentAnswer = parsed.success ? parsed.data : { attachments: [], paper: 'photographed' };
  const lost = attachments
    .filter(({ document, id }) => document === question.document && !answer.attachments.includes(id))
    .map(({ id }) => id);
  if (lost.length === 0) return answers;
  return withAnswer(answers, question.id, { ...answer, attachments: [...answer.attachments, ...lost] });
}

/** In a repeated step an attachment is kept under the question's id with its repetition. */
function adoptMedia(answers: Answers, question: Of<'media'>, { attachments }: Draft): Answers {
  let adopted = answers;
  for (const { id, document } of attachments) {
    if (document.replace(/\.\d+$/, '') !== question.id) continue;
    const before = MediaAnswer.safeParse(adopted[document]).data?.attachments ?? [];
    if (before.includes(id)) continue;
    adopted = withAnswer(adopted, document, { media: question.kind, attachments: [...before, id] });
  }
  return adopted;
}
