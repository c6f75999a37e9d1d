import type { DocumentAsked, ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';

/** In the order in which they are said. */
export const needs = ['always', 'when', 'maybe'] as const;
export type Need = (typeof needs)[number];

/** One paper of a procedure before anything is asked. */
export interface PaperAsked {
  readonly document: DocumentAsked;
  /** Name of the drawing of the question that asks for it. */
  readonly drawing: string;
  /** `when`: needed only where something is so. `maybe`: never needed, welcome. */
  readonly need: Need;
}

/** The papers of a procedure, what is always needed first. */
export function papersAsked(definition: ProcedureDefinition): readonly PaperAsked[] {
  const questions = definition.steps.flatMap((step) => step.questions);
  return definition.documents
    .map((document): PaperAsked => {
      const question = questions.find((one) => one.type === 'document' && one.document === document.id);
      return { document, drawing: question?.drawing ?? 'paper', need: needOf(document, question?.visible) };
    })
    .sort((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need));
}

/** A paper whose question is not always asked, or that is not always required, is needed only when something is so. */
function needOf(document: DocumentAsked, visible: unknown): Need {
  if (document.requiredWhen === false) return 'maybe';
  return document.requiredWhen === true && visible === undefined ? 'always' : 'when';
}
