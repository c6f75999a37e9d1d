import { type Question, Question as QuestionSchema } from '../../../domain/procedure/definition.ts';
import { moreOf } from './question-types.ts';
import type { TableRow } from './table.ts';

/*
 * Columns of our own that ODK passes over, so that a declaration written to a spreadsheet can be read back:
 * `ve_ban::type` is the type of question that XLSForm has no word for (`name`, `national-id`, `place` …), `ve_ban::more`
 * its further properties as JSON (`{"private":true}`). Authors need neither.
 */

export const TYPE_COLUMN = 've_ban::type';
export const MORE_COLUMN = 've_ban::more';
/** On the choices sheet: the name of the drawing that an answer has. */
export const DRAWING_COLUMN = 've_ban::drawing';

/** What the sheet itself says in other columns. */
const OF_THE_SHEET: ReadonlySet<string> = new Set([
  'id',
  'type',
  'text',
  'list',
  'options',
  'visible',
  'required',
  'proposal',
  'calculated',
]);

export type Extended =
  | {
      readonly kind: 'extended';
      readonly question: Readonly<Record<string, unknown>> & { readonly type: string };
    }
  | { readonly kind: 'not-readable' };

/** The question with what the two columns say of it; as it is where they say nothing. */
export function extend(
  id: string,
  question: Readonly<Record<string, unknown>> & { readonly type: string },
  row: TableRow,
): Extended {
  const type = row.get(TYPE_COLUMN);
  const more = moreOf(row.get(MORE_COLUMN));
  if (more === undefined) return { kind: 'not-readable' };
  const further = Object.fromEntries(Object.entries(more).filter(([key]) => !OF_THE_SHEET.has(key)));
  // A type of ours takes nothing over from the sheet's: a name has no greatest length.
  const extended =
    type === '' || type === question.type ? { ...question, ...further } : { ...further, type: type };
  if (type === '' && Object.keys(further).length === 0) return { kind: 'extended', question };
  const isKnown = QuestionSchema.safeParse({ ...extended, id }).success;
  return isKnown ? { kind: 'extended', question: extended } : { kind: 'not-readable' };
}

/** Types whose questions stand in steps of their own kind. */
export function stepKindOf(
  questions: readonly { readonly type: string }[],
): 'consent' | 'signature' | 'questions' {
  const kinds: readonly Question['type'][] = ['consent', 'signature'];
  const [only] = kinds.filter((kind) => questions.length > 0 && questions.every(({ type }) => type === kind));
  return only === 'consent' || only === 'signature' ? only : 'questions';
}
