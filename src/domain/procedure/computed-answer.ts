import { PartialDate } from '../citizen/partial-date.ts';
import type { Answers, AnswerValue } from './contract/answers.ts';
import type { Formula, Question } from './definition.ts';
import { compute } from './formula/compute.ts';
import { dateOfDays, type FormulaValue, toNumber, toText, valueOfAnswer } from './formula/value.ts';
import { plainForm } from './plain-form.ts';
import { findAnswer, isAnswered } from './values.ts';

/** What an answer may be at most: see `AnswerValue`. */
const LONGEST_TEXT = 2000;
const MOST_CHOSEN = 60;
const LONGEST_CHOSEN = 200;

/** What a formula comes to, as an answer of the question's kind in its plain form; undefined where it comes to none. */
export function computedAnswer(
  formula: Formula,
  question: Question,
  answers: Answers,
  stored: Answers,
  today: string,
): AnswerValue | undefined {
  const own = answerOf(valueOfAnswer(findAnswer(stored, question.id)), question);
  return answerOf(compute(formula, { answers, today, own: valueOfAnswer(own) }), question);
}

/** Undefined also for what stood there and is no answer: it is not sent, so it must not be kept either. */
function answerOf(value: FormulaValue, question: Question): AnswerValue | undefined {
  const answer = asAnswer(value, question);
  return isAnswered(answer) ? plainForm(question, answer) : undefined;
}

function asAnswer(value: FormulaValue, question: Question): AnswerValue | undefined {
  switch (question.type) {
    case 'number': {
      return numberOf(toNumber(value));
    }
    case 'date': {
      const [year, month, day] = (typeof value === 'number' ? dateOfDays(value) : toText(value))
        .slice(0, 10)
        .split('-')
        .map(Number);
      return PartialDate.safeParse({ year, month, day }).data;
    }
    case 'choices':
      return chosenIn(toText(value));
    case 'hidden':
      if (typeof value === 'number') return numberOf(value);
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
  const text = cut(toText(value), LONGEST_TEXT);
  return text === '' ? undefined : text;
}

/** JSON has neither infinity nor -0. */
function numberOf(value: number): number | undefined {
  return Number.isFinite(value) ? value + 0 : undefined;
}

function chosenIn(list: string): string[] {
  return list
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_CHOSEN)
    .map((one) => cut(one, LONGEST_CHOSEN));
}

/** No half of a letter is left at the end. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
