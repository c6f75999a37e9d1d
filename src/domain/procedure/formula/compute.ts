import type { Answers } from '../contract/answers.ts';
import type { Formula } from '../schema/formula.ts';
import { findAnswer } from '../values.ts';
import { inOrder, isDifferent, isEqual } from './compare.ts';
import { callFunction } from './functions.ts';
import { type FormulaValue, toBoolean, toText, valueOfAnswer } from './value.ts';

/** What a formula may look at. `answers` holds visible questions only, those of repetitions under their own keys. */
export interface FormulaContext {
  readonly answers: Answers;
  /** Civil date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  readonly today: string;
  /** What the formula's own question is answered so far, for `once`. */
  readonly own?: FormulaValue;
}

/** Most repetitions a step may have: see `schema/question.ts`. */
const MOST_REPETITIONS = 40;

/** What a formula comes to. Never throws: what cannot be calculated is the empty text, or NaN among numbers. */
export function compute(formula: Formula, context: FormulaContext): FormulaValue {
  if ('value' in formula) return formula.value;
  if ('answer' in formula) return valueOfAnswer(findAnswer(context.answers, formula.answer));
  if ('all' in formula) return everyAnswer(formula.all, context.answers);
  const [first, second, third] = formula.with;
  const value = (part: Formula | undefined): FormulaValue =>
    part === undefined ? '' : compute(part, context);
  switch (formula.call) {
    // These look at no more of their parts than they must.
    case 'and':
      return formula.with.every((part) => toBoolean(value(part)));
    case 'or':
      return formula.with.some((part) => toBoolean(value(part)));
    case 'if':
      return toBoolean(value(first)) ? value(second) : value(third);
    case 'coalesce': {
      const preferred = value(first);
      return toText(preferred) === '' ? value(second) : preferred;
    }
    case 'once': {
      const own = context.own ?? '';
      return toText(own) === '' ? value(first) : own;
    }
    case 'today':
      return context.today;
    case '=':
      return isEqual(value(first), value(second));
    case '!=':
      return isDifferent(value(first), value(second));
    case '<':
      return inOrder(value(first), value(second), (a, b) => a < b);
    case '<=':
      return inOrder(value(first), value(second), (a, b) => a <= b);
    case '>':
      return inOrder(value(first), value(second), (a, b) => a > b);
    case '>=':
      return inOrder(value(first), value(second), (a, b) => a >= b);
    default:
      return callFunction(formula.call, formula.with.map(value));
  }
}

/** In the order of the repetitions; one that is unanswered or hidden is left out. */
function everyAnswer(id: string, answers: Answers): readonly string[] {
  const all: string[] = [];
  for (let repetition = 1; repetition <= MOST_REPETITIONS; repetition++) {
    const value = findAnswer(answers, `${id}.${repetition}`);
    if (value !== undefined) all.push(toText(valueOfAnswer(value)));
  }
  return all;
}
