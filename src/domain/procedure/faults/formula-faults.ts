import type { Formula, FormulaFunction, ProcedureDefinition } from '../definition.ts';
import { isSafePattern } from '../formula/text-functions.ts';
import { conditionsOf, formulasIn } from '../references.ts';

/** Fewest and most arguments of each function. */
const ARGUMENTS: Readonly<Record<FormulaFunction, readonly [fewest: number, most: number]>> = {
  '+': [2, 2],
  '-': [2, 2],
  '*': [2, 2],
  div: [2, 2],
  mod: [2, 2],
  negate: [1, 1],
  '=': [2, 2],
  '!=': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  and: [1, 60],
  or: [1, 60],
  not: [1, 1],
  if: [3, 3],
  coalesce: [2, 2],
  boolean: [1, 1],
  number: [1, 1],
  int: [1, 1],
  string: [1, 1],
  concat: [1, 60],
  join: [2, 60],
  'string-length': [1, 1],
  substr: [2, 3],
  contains: [2, 2],
  'starts-with': [2, 2],
  'ends-with': [2, 2],
  'substring-before': [2, 2],
  'substring-after': [2, 2],
  translate: [3, 3],
  'normalize-space': [1, 1],
  regex: [2, 2],
  selected: [2, 2],
  'selected-at': [2, 2],
  'count-selected': [1, 1],
  round: [1, 2],
  floor: [1, 1],
  ceiling: [1, 1],
  abs: [1, 1],
  pow: [2, 2],
  sqrt: [1, 1],
  min: [1, 60],
  max: [1, 60],
  sum: [1, 60],
  count: [1, 1],
  'count-non-empty': [1, 1],
  position: [0, 0],
  today: [0, 0],
  date: [1, 1],
  'decimal-date-time': [1, 1],
  'format-date': [2, 2],
  once: [1, 1],
};

/** Formulas with too few or too many arguments, a pattern that cannot be matched, or a repetition where there is none. */
export function findFormulaFaults(definition: ProcedureDefinition): readonly string[] {
  return definition.steps.flatMap((step) =>
    step.questions.flatMap((question) => {
      const formulas = [
        question.proposal,
        question.calculated,
        ...conditionsOf(question).flatMap(formulasIn),
      ].filter((formula) => formula !== undefined);
      return formulas.flatMap((formula) =>
        faultsOf(formula, step.repeat !== undefined).map((fault) => `question ${question.id}: ${fault}`),
      );
    }),
  );
}

function faultsOf(formula: Formula, isRepeated: boolean): string[] {
  if (!('call' in formula)) return [];
  const { call, with: parts } = formula;
  const [fewest, most] = ARGUMENTS[call];
  const pattern = call === 'regex' ? parts[1] : undefined;
  return [
    ...(parts.length < fewest || parts.length > most ? [`${call} takes ${fewest} to ${most} arguments`] : []),
    ...(call === 'position' && !isRepeated ? ['position stands in no repeated step'] : []),
    ...(pattern !== undefined && 'value' in pattern && !isSafePattern(String(pattern.value))
      ? [`the pattern ${pattern.value} cannot be matched safely`]
      : []),
    ...parts.flatMap((part) => faultsOf(part, isRepeated)),
  ];
}
