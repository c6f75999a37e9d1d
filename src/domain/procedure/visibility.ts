import { computedAnswer } from './computed-answer.ts';
import { holds } from './conditions.ts';
import type { Answers, AnswerValue } from './contract/answers.ts';
import type { VisibleQuestion, VisibleStep } from './contract/evaluation.ts';
import type { ProcedureDefinition, Question, Step } from './definition.ts';
import { plainForm } from './plain-form.ts';
import { keyOf, questionsInRepetition } from './repeats.ts';
import { findAnswer, isAnswered } from './values.ts';

export type ShownStep = Omit<VisibleStep, 'state'>;

export interface Shown {
  readonly steps: readonly ShownStep[];
  /** Given and calculated answers of visible questions in their plain form, and no others. */
  readonly answers: Answers;
  /** Keys of `hidden` questions that came to a value, in their order. */
  readonly hidden: readonly string[];
  /** What the visible repeated steps are counted by, and how often each may be asked. */
  readonly counts: readonly { readonly question: string; readonly most: number }[];
}

/**
 * Walks the steps once, in their order. Each condition sees only the answers of visible questions before it, so that
 * what a hidden question was once answered can neither show another question nor reach the submission.
 */
export function findShown(definition: ProcedureDefinition, answers: Answers, today: string): Shown {
  const seen: Record<string, AnswerValue> = {};
  const hidden: string[] = [];
  const counts: { question: string; most: number }[] = [];
  const steps: ShownStep[] = [];
  for (const step of definition.steps) {
    if (step.visible !== undefined && !holds(step.visible, seen, today)) continue;
    if (step.repeat !== undefined) counts.push({ question: step.repeat.count, most: step.repeat.most });
    for (const { key, repetition, asked } of repetitionsOf(step, seen)) {
      const questions: VisibleQuestion[] = [];
      for (const question of asked) {
        if (question.visible !== undefined && !holds(question.visible, seen, today)) continue;
        const shown = show(question, answers, seen, today);
        if (shown.value !== undefined) seen[question.id] = shown.value;
        if (question.type !== 'hidden') questions.push(shown.visible);
        else if (shown.value !== undefined) hidden.push(question.id);
      }
      steps.push({ step, key, ...(repetition === undefined ? {} : { repetition }), questions });
    }
  }
  return { steps, answers: seen, hidden, counts };
}

interface Repetition {
  readonly key: string;
  readonly repetition?: { readonly number: number; readonly of: number };
  readonly asked: readonly Question[];
}

/** The step itself, or once for each thing counted: none while the count is unanswered or no number that counts. */
function repetitionsOf(step: Step, seen: Answers): readonly Repetition[] {
  const { repeat } = step;
  if (repeat === undefined) return [{ key: step.id, asked: step.questions }];
  const count = findAnswer(seen, repeat.count);
  const of = typeof count === 'number' && count > 0 ? Math.min(Math.floor(count), repeat.most) : 0;
  return Array.from({ length: of }, (_, index) => ({
    key: keyOf(step.id, index + 1),
    repetition: { number: index + 1, of },
    asked: questionsInRepetition(step, index + 1),
  }));
}

function show(
  question: Question,
  answers: Answers,
  seen: Answers,
  today: string,
): { readonly visible: VisibleQuestion; readonly value: AnswerValue | undefined } {
  const { calculated, proposal } = question;
  if (calculated !== undefined) {
    const value = computedAnswer(calculated, question, seen, answers, today);
    return {
      visible: {
        question,
        required: false,
        answered: value !== undefined,
        ...(value === undefined ? {} : { calculated: value }),
      },
      value,
    };
  }
  const typed = question.type === 'note' ? undefined : findAnswer(answers, question.id);
  // Plain at once: what is decided by the answer as typed would be decided otherwise by the answer as sent.
  const stored = typed === undefined ? undefined : plainForm(question, typed);
  const answered = isAnswered(stored);
  const offered = offeredOf(question, seen, today);
  const proposed =
    proposal === undefined || answered ? undefined : computedAnswer(proposal, question, seen, answers, today);
  const isPossible = proposed !== undefined && isOffered(proposed, offered ?? optionsOf(question));
  return {
    visible: {
      question,
      required: isRequired(question, seen, today),
      answered,
      ...(offered === undefined ? {} : { offered }),
      ...(isPossible ? { proposal: proposed } : {}),
    },
    value: answered ? stored : undefined,
  };
}

/** Whether all that was chosen is among the options that other answers leave; true where nothing is chosen from. */
export function isOffered(value: AnswerValue | undefined, offered: readonly string[] | undefined): boolean {
  if (offered === undefined) return true;
  if (typeof value === 'string') return offered.includes(value);
  return !Array.isArray(value) || value.every((one) => offered.includes(one));
}

function optionsOf(question: Question): readonly string[] | undefined {
  return 'options' in question ? question.options.map(({ value }) => value) : undefined;
}

/** The options offered now; undefined where none depends on anything. */
function offeredOf(question: Question, seen: Answers, today: string): readonly string[] | undefined {
  if (question.type !== 'choice' && question.type !== 'choices') return undefined;
  if (question.options.every(({ visible }) => visible === undefined)) return undefined;
  return question.options
    .filter(({ visible }) => visible === undefined || holds(visible, seen, today))
    .map(({ value }) => value);
}

/** Whether the question needs an answer now. A note never does, nor what is calculated: there is nothing to answer. */
export function isRequired(question: Question, answers: Answers, today: string): boolean {
  if (question.type === 'note' || question.type === 'hidden' || question.calculated !== undefined)
    return false;
  return typeof question.required === 'boolean'
    ? question.required
    : holds(question.required, answers, today);
}
