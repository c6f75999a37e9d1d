import { PartialDate } from '../citizen/partial-date.ts';
import type { Answers, AnswerValue } from './contract/answers.ts';
import type { Formula, Question } from './definition.ts';
import { compute } from './formula/compute.ts';
import { dateOfDays, type FormulaValue, toNumber, toText, valueOfAnswer } from './formula/value.ts';
import { findAnswer } from './values.ts';

/** Longest text an answer may be: see `contract/answers.ts`. */
const LONGEST = 2000;

/** What a formula comes to, as an answer of the question's kind; undefined where it comes to none. */
export function computedAnswer(
  formula: Formula,
  question: Question,
  answers: Answers,
  stored: Answers,
  today: string,
): AnswerValue | undefined {
  const own = valueOfAnswer(findAnswer(stored, question.id));
  return asAnswer(compute(formula, { answers, today, own }), question);
}

function asAnswer(value: FormulaValue, question: Question): AnswerValue | undefined {
  switch (question.type) {
    case 'number': {
      const number = toNumber(value);
      return Number.isFinite(number) ? number : undefined;
    }
    case 'date': {
      const [year, month, day] = (typeof value === 'number' ? dateOfDays(value) : toText(value))
        .slice(0, 10)
        .split('-')
        .map(Number);
      return PartialDate.safeParse({ year, month, day }).data;
    }
    case 'choices':
      return toText(value).split(/\s+/).filter(Boolean);
    case 'hidden':
      if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
      return typeof value === 'boolean' ? value : textOf(value);
    case 'text':
    case 'name':
    case 'time':
    case 'choice':
    case 'national-id':
    case 'phone':
    case 'email':
    case 'ethnicity':
    case 'barcode':
      return textOf(value);
    default:
      return undefined;
  }
}

function textOf(value: FormulaValue): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  const text = toText(value).slice(0, LONGEST);
  return text === '' ? undefined : text;
}
