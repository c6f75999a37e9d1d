import { holds } from './conditions.ts';
import type { Answers, AnswerValue } from './contract/answers.ts';
import type { VisibleQuestion } from './contract/evaluation.ts';
import type { ProcedureDefinition, Question, Step } from './definition.ts';
import { findAnswer, isAnswered } from './values.ts';

export interface ShownStep {
  readonly step: Step;
  readonly questions: readonly VisibleQuestion[];
}

export interface Shown {
  readonly steps: readonly ShownStep[];
  /** Given answers of visible questions, and no others. */
  readonly answers: Answers;
}

/**
 * Walks the steps once, in their order. Each condition sees only the answers of visible questions before it, so that
 * what a hidden question was once answered can neither show another question nor reach the submission.
 */
export function findShown(definition: ProcedureDefinition, answers: Answers, today: string): Shown {
  const seen: Record<string, AnswerValue> = {};
  const steps: ShownStep[] = [];
  for (const step of definition.steps) {
    if (step.visible !== undefined && !holds(step.visible, seen, today)) continue;
    const questions: VisibleQuestion[] = [];
    for (const question of step.questions) {
      if (question.visible !== undefined && !holds(question.visible, seen, today)) continue;
      const required = isRequired(question, seen, today);
      const value = question.type === 'note' ? undefined : findAnswer(answers, question.id);
      const answered = isAnswered(value);
      if (answered) seen[question.id] = value;
      questions.push({ question, required, answered });
    }
    steps.push({ step, questions });
  }
  return { steps, answers: seen };
}

/** Whether the question needs an answer now. A note never does: there is nothing to answer. */
export function isRequired(question: Question, answers: Answers, today: string): boolean {
  if (question.type === 'note') return false;
  return typeof question.required === 'boolean'
    ? question.required
    : holds(question.required, answers, today);
}
