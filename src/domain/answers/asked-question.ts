import type { ProcedureDefinition, Question, Step } from '../procedure/definition.ts';
import { questionKey, type Translate } from './format-answer.ts';

export interface AskedQuestion {
  readonly question: Question;
  readonly step: Step;
  /** The how many-th time it is asked, from 1, in a repeated step. */
  readonly repetition?: number;
}

/** The question that an answer's key belongs to, as declared: `member.name.2` is `member.name` the second time. */
export function findAsked(definition: ProcedureDefinition, key: string): AskedQuestion | undefined {
  const all = definition.steps.flatMap((step) => step.questions.map((question) => ({ question, step })));
  const plain = all.find(({ question }) => question.id === key);
  if (plain !== undefined) return plain;
  const [, id, repetition] = /^(.+)\.(\d+)$/.exec(key) ?? [];
  const repeated = all.find(({ question, step }) => question.id === id && step.repeat !== undefined);
  return repeated && { ...repeated, repetition: Number(repetition) };
}

/**
 * What an answer's key was asked with, and in a repeated step which time: the questions of two people read alike. `said` is
 * what the sentence itself names. Undefined where the procedure asks nothing of that key.
 */
export function sayAsked(
  definition: ProcedureDefinition,
  key: string,
  words: Translate,
  said: Readonly<Record<string, string>> = {},
): string | undefined {
  const asked = findAsked(definition, key);
  if (asked === undefined) return undefined;
  const label = words(questionKey(asked.question, 'label'), said);
  return asked.repetition === undefined
    ? label
    : `${label} (${words(`steps.${asked.step.id}.title`)} ${asked.repetition})`;
}
