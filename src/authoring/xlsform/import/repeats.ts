import type { Condition, Formula } from '../../../domain/procedure/definition.ts';
import type { DeclaredQuestion } from './declared-question.ts';
import { MORE_COLUMN } from './extension.ts';
import type { OutlineStep } from './outline.ts';
import { moreOf } from './question-types.ts';
import type { Reading } from './read-question.ts';

/** Repetitions where a sheet says nothing of how many: a household or a bundle of papers. Most that a step may have. */
const USUAL_MOST = 20;
const UTMOST = 40;

export interface Counted {
  readonly repeat: { readonly count: string; readonly most: number };
  /** The question that asks how many, where the sheet asks it nowhere. */
  readonly asks?: DeclaredQuestion;
  /** Bounds the question that the sheet asks. */
  readonly bounds?: { readonly id: string; readonly max: number };
}

/**
 * How often a repeat is asked: by the number question that `repeat_count` names, by one that follows from its expression,
 * or by a new one. `asked` are the questions declared so far.
 */
export function countRepeat(
  step: OutlineStep,
  asked: ReadonlyMap<string, DeclaredQuestion>,
  reading: Reading,
  askId: () => string,
): Counted {
  const row = step.repeat?.row;
  const text = row?.get('repeat_count') ?? '';
  const at = { sheet: reading.sheet, row: row?.number, column: 'repeat_count' };
  const wished = moreOf(row?.get(MORE_COLUMN) ?? '')?.most;
  const most =
    typeof wished === 'number' && Number.isInteger(wished) && wished > 0
      ? Math.min(wished, UTMOST)
      : USUAL_MOST;
  const formula =
    text === '' || row === undefined
      ? undefined
      : reading.translator.formula(text, { row, column: 'repeat_count', step });
  const named = formula !== undefined && 'answer' in formula ? asked.get(formula.answer) : undefined;
  if (named?.type === 'number') {
    const { max } = named;
    if (typeof max === 'number' && max <= UTMOST)
      return { repeat: { count: named.id, most: Math.max(1, Math.floor(max)) } };
    reading.report.add('warning', at, 'count-limited', { most });
    return { repeat: { count: named.id, most }, bounds: { id: named.id, max: most } };
  }
  const id = askId();
  reading.report.add('warning', at, 'count-limited', { most });
  return {
    repeat: { count: id, most },
    asks: { id, type: 'number', required: true, min: 0, max: most, ...calculated(formula) },
  };
}

function calculated(formula: Formula | undefined): { readonly calculated?: Formula } {
  return formula === undefined ? {} : { calculated: formula };
}

/** A group's relevances, as far as they can be carried over. */
export function groupConditions(step: OutlineStep, reading: Reading): readonly Condition[] {
  return step.groups.flatMap((row) => {
    const text = row.get('relevant');
    const condition =
      text === '' ? undefined : reading.translator.condition(text, { row, column: 'relevant', step });
    return condition === undefined ? [] : [condition];
  });
}
