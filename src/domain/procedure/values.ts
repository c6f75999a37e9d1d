import { PartialDate } from '../citizen/partial-date.ts';
import type { Answers, AnswerValue, UnknownAnswer } from './contract/answers.ts';

/** Only what was really put there: an id such as `constructor` must not find what every object inherits. */
export function findAnswer(answers: Answers, id: string): AnswerValue | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** An empty or blank text, an empty selection, no photo and an empty place are gaps, not answers. "I don't know" is an answer. */
export function isAnswered(value: AnswerValue | undefined): value is AnswerValue {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && 'media' in value) return value.attachments.length > 0;
  if (typeof value === 'object')
    return Object.values(value).some((part) => part !== undefined && part !== '');
  return true;
}

export function isUnknown(value: AnswerValue | undefined): value is UnknownAnswer {
  return typeof value === 'object' && !Array.isArray(value) && 'unknown' in value;
}

export function findDate(value: AnswerValue | undefined): PartialDate | undefined {
  // Asked of every answer that a formula or condition looks at: parsing each would cost more than all the rest.
  if (typeof value !== 'object' || Array.isArray(value) || !('year' in value)) return undefined;
  const parsed = PartialDate.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/**
 * The one plain word that a condition compares: a consent is its yes or no, a document the paper chosen among its
 * alternatives, a signature its method; other compound answers have none.
 */
export function plainValue(value: AnswerValue): string | number | boolean | undefined {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return undefined;
  if ('granted' in value) return value.granted;
  if ('method' in value) return value.method;
  if ('paper' in value) return value.alternative;
  return undefined;
}
