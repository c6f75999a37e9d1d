import * as z from 'zod';
import { Formula } from './formula.ts';
import { Id, IsoDate, QuestionId } from './ids.ts';

/**
 * A condition over answers. On an unanswered or hidden question, or one answered "I don't know", a condition is
 * undecided: neither it nor its `not` holds (only `answered` and `unknown` ask about the gap itself; see `truth.ts`).
 * For a consent, `is` compares its yes or no; for a document, the alternative chosen; for a signature, its method.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: string; readonly is: string | number | boolean }
  | { readonly answer: string; readonly in: readonly (string | number)[] }
  | { readonly answer: string; readonly includes: string }
  | { readonly answer: string; readonly answered: boolean }
  | { readonly answer: string; readonly unknown: boolean }
  /** Whole days from the answered full date to today; false while the date is not full. */
  | { readonly daysSince: string; readonly moreThan: number }
  | { readonly daysSince: string; readonly atMost: number }
  /** Full years from the answered date to today; a year-only date decides only where it cannot be otherwise. */
  | { readonly ageOf: string; readonly under: number }
  | { readonly ageOf: string; readonly atLeast: number }
  /** A number answered. */
  | { readonly number: string; readonly atLeast: number }
  | { readonly number: string; readonly under: number }
  /** Two dates, the second answered or fixed. A date known in part decides only where it cannot be otherwise. */
  | { readonly date: string; readonly before: string }
  | { readonly date: string; readonly onOrAfter: string }
  /** The case that the answers lead to; only in documents, rules and follow-ups, which are looked at after it. */
  | { readonly case: string }
  /** A formula, as a spreadsheet says it: always yes or no, never undecided. Empty text, 0 and NaN are no. */
  | { readonly formula: Formula };

/** A question of this declaration, or a day. */
const DateOrQuestion = z.union([IsoDate, QuestionId]);

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ answer: QuestionId, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ answer: QuestionId, in: z.array(z.union([z.string(), z.number()])) }),
    z.strictObject({ answer: QuestionId, includes: z.string() }),
    z.strictObject({ answer: QuestionId, answered: z.boolean() }),
    z.strictObject({ answer: QuestionId, unknown: z.boolean() }),
    z.strictObject({ daysSince: QuestionId, moreThan: z.int() }),
    z.strictObject({ daysSince: QuestionId, atMost: z.int() }),
    z.strictObject({ ageOf: QuestionId, under: z.int() }),
    z.strictObject({ ageOf: QuestionId, atLeast: z.int() }),
    z.strictObject({ number: QuestionId, atLeast: z.number() }),
    z.strictObject({ number: QuestionId, under: z.number() }),
    z.strictObject({ date: QuestionId, before: DateOrQuestion }),
    z.strictObject({ date: QuestionId, onOrAfter: DateOrQuestion }),
    z.strictObject({ case: Id }),
    z.strictObject({ formula: Formula }),
  ]),
);
