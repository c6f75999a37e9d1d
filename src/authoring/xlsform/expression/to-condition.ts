import type { Condition, Formula } from '../../../domain/procedure/definition.ts';

/** What is known of a question where a condition is written about it. */
export type AnswerKind = 'one-choice' | 'several-choices' | 'number' | 'text' | 'other';

/**
 * A formula that must hold, as a condition. What a declaration can say in its own words it says so (`answer … is`), as far
 * as that holds for exactly the same answers; the rest stays a formula. Never used below a `not`: there the two differ,
 * since an unanswered question leaves a condition undecided and a formula false.
 */
export function toCondition(formula: Formula, kindOf: (id: string) => AnswerKind): Condition {
  if (!('call' in formula)) return { formula };
  const { call, with: parts } = formula;
  const [first, second] = answerFirst(call, parts);
  if (call === 'and') return { all: parts.map((part) => toCondition(part, kindOf)) };
  if (call === 'or') return { any: parts.map((part) => toCondition(part, kindOf)) };
  if (first === undefined || second === undefined || !('answer' in first) || !('value' in second))
    return { formula };
  const { answer } = first;
  const { value } = second;
  const kind = kindOf(answer);
  if (typeof value === 'string' && value !== '') {
    if (call === '=' && kind === 'one-choice') return { answer, is: value };
    if (call === 'selected' && kind === 'one-choice' && !/\s/.test(value)) return { answer, is: value };
    if (call === 'selected' && kind === 'several-choices' && !/\s/.test(value))
      return { answer, includes: value };
  }
  // A picture or a place is no text that a formula could compare; that it is there can be asked of every answer.
  if (value === '' && (call === '=' || call === '!=')) return { answer, answered: call === '!=' };
  if (typeof value === 'number' && kind === 'number') {
    if (call === '=') return { answer, is: value };
    if (call === '>=') return { number: answer, atLeast: value };
    if (call === '<') return { number: answer, under: value };
  }
  return { formula };
}

/** `'yes' = ${a}` is `${a} = 'yes'`. */
function answerFirst(call: string, [first, second]: readonly Formula[]): readonly (Formula | undefined)[] {
  const isTurned = (call === '=' || call === '!=') && first !== undefined && 'value' in first;
  return isTurned ? [second, first] : [first, second];
}
