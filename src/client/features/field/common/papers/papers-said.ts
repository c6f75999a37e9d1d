import { type Answers, DocumentAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import type { DocumentDue } from '../../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../../domain/procedure/run.ts';

/** One paper whose question is asked, with what was said of it. */
export interface PaperSaid extends Pick<DocumentDue, 'document' | 'required' | 'why'> {
  readonly drawing: string;
  /** Undefined: not yet asked, or passed over. */
  readonly paper: DocumentAnswer['paper'] | undefined;
  /** Which of the alternatives was meant. */
  readonly alternative: string | undefined;
}

/**
 * The papers that these answers ask for, in the form's order. `today` is the civil date the conditions are judged on
 * (`YYYY-MM-DD`): for a finished submission the day it was finished.
 */
export function papersSaid(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): readonly PaperSaid[] {
  const { steps, documents } = evaluate(definition, answers, { today });
  return steps
    .flatMap((step) => step.questions)
    .flatMap(({ question }): readonly PaperSaid[] => {
      if (question.type !== 'document') return [];
      const due = documents.find(({ document }) => document.id === question.document);
      if (due === undefined) return [];
      const answer = DocumentAnswer.safeParse(answers[question.id]).data;
      return [{ ...due, drawing: question.drawing ?? 'paper', ...said(answer) }];
    });
}

function said(answer: DocumentAnswer | undefined): Pick<PaperSaid, 'paper' | 'alternative'> {
  return { paper: answer?.paper, alternative: answer?.alternative };
}

/**
 * The papers to bring another time: what lies at home, and what is needed and is not there or was not asked for yet. A
 * paper that nobody has and nobody needs is not missing.
 */
export function missingPapers(papers: readonly PaperSaid[]): readonly PaperSaid[] {
  return papers.filter(
    ({ paper, required }) => paper === 'at-home' || (required && (paper === 'none' || paper === undefined)),
  );
}

/** Whether a required question is open whose answer may bring up another paper: any but a paper's own and a signature. */
export function hasOpenQuestions(definition: ProcedureDefinition, answers: Answers, today: string): boolean {
  return evaluate(definition, answers, { today })
    .steps.flatMap((step) => step.questions)
    .some(
      ({ question: { type }, required, answered }) =>
        required && !answered && type !== 'document' && type !== 'signature',
    );
}
