import type { Answers, AnswerValue } from '../procedure/contract/answers.ts';
import type { Evaluation } from '../procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question } from '../procedure/definition.ts';
import { evaluate } from '../procedure/run.ts';

/*
 * A supplement: the office names answers and papers of a dossier that it wants again, and the rest stays as it was. Tablet and
 * server agree here on what is asked and on what a supplement changed.
 */

/** One thing asked for again: a question by the key of its answer, or a paper by its id in the declaration. */
export interface AskedAgain {
  readonly what: 'question' | 'document';
  readonly id: string;
}

/** Whether the office wants this question answered again. Its `id` is the key of the answer, as in an evaluation. */
export function isAskedAgain(question: Question, items: readonly AskedAgain[]): boolean {
  return items.some(({ what, id }) =>
    what === 'question' ? id === question.id : question.type === 'document' && question.document === id,
  );
}

/**
 * What the engine says of a dossier that goes on at a later day (civil dates): the rules are judged on the day on which it was filed,
 * so that neither a declaration that has run out since nor a child that has grown older turns it bad; a paper may be of today.
 */
export function evaluateSupplement(
  definition: ProcedureDefinition,
  answers: Answers,
  { filedOn, today }: { readonly filedOn: string; readonly today: string },
): Evaluation {
  return evaluate(definition, answers, { today: filedOn, answeredOn: today });
}

export interface AnswerChange {
  readonly id: string;
  readonly before: AnswerValue | null;
  readonly after: AnswerValue | null;
  readonly asked: boolean;
}

/** Asked of nobody, or asked each time anew: no change that an officer would want to read. */
const NOT_READ: ReadonlySet<Question['type']> = new Set(['signature', 'hidden', 'note']);

/** Which answers are others now, in the order in which they are asked; what is not asked any more comes last. */
export function changesOf(
  before: Pick<Evaluation, 'steps' | 'submission'>,
  after: Pick<Evaluation, 'steps' | 'submission'>,
  items: readonly AskedAgain[],
): readonly AnswerChange[] {
  const questions = new Map([...questionsOf(after), ...questionsOf(before)].map((one) => [one.id, one]));
  return [...questions.values()].flatMap((question) => {
    const { id, type } = question;
    const change = { before: before.submission[id] ?? null, after: after.submission[id] ?? null };
    if (NOT_READ.has(type) || isSameAnswer(change.before, change.after)) return [];
    return [{ id, ...change, asked: isAskedAgain(question, items) }];
  });
}

function questionsOf({ steps }: Pick<Evaluation, 'steps'>): readonly Question[] {
  return steps.flatMap(({ questions }) => questions.map(({ question }) => question));
}

/** Whether two answers say the same, however they were written down: the order of their parts does not count. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [mine, theirs] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return mine.size === theirs.size && [...mine].every(([key, value]) => isSameAnswer(value, theirs.get(key)));
}
