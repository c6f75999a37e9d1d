import * as z from 'zod';
import { QuestionId } from './ids.ts';

/**
 * What a formula may do, with the names that XForms gives its functions (ODK XForms 1.0, XPath 1.0): a spreadsheet's
 * expression becomes a formula and back without a change of meaning. Each takes and gives text, numbers, yes or no.
 *
 * `position` is the number of the repetition the formula stands in, from 1. `sum`, `count`, `min` and `max` over
 * `{ all: id }` take the answers of every repetition; `today` is the civil date of the evaluation.
 */
export const FORMULA_FUNCTIONS = [
  '+',
  '-',
  '*',
  'div',
  'mod',
  'negate',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'not',
  'if',
  'coalesce',
  'boolean',
  'number',
  'int',
  'string',
  'concat',
  'join',
  'string-length',
  'substr',
  'contains',
  'starts-with',
  'ends-with',
  'substring-before',
  'substring-after',
  'translate',
  'normalize-space',
  'regex',
  'selected',
  'selected-at',
  'count-selected',
  'round',
  'floor',
  'ceiling',
  'abs',
  'pow',
  'sqrt',
  'min',
  'max',
  'sum',
  'count',
  'count-non-empty',
  'position',
  'today',
  'date',
  'decimal-date-time',
  'format-date',
  'once',
] as const;
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number];

/**
 * A calculation over answers, as data. An unanswered, hidden or unknown answer is the empty text, as in XForms; a date
 * that is not fully known is the empty text too, because a day must never be invented.
 */
export type Formula =
  | { readonly value: string | number | boolean }
  | { readonly answer: string }
  /** The answers of every repetition of a repeated question, for `sum`, `count`, `min`, `max`, `join`. */
  | { readonly all: string }
  | { readonly call: FormulaFunction; readonly with: readonly Formula[] };

export const Formula: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.strictObject({ value: z.union([z.string().max(2000), z.number(), z.boolean()]) }),
    z.strictObject({ answer: QuestionId }),
    z.strictObject({ all: QuestionId }),
    z.strictObject({ call: z.enum(FORMULA_FUNCTIONS), with: z.array(Formula).max(60) }),
  ]),
);
