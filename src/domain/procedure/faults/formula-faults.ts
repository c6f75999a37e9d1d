import type { Formula, FormulaFunction, ProcedureDefinition, Question } from '../definition.ts';
import { isReadable } from '../formula/match-pattern.ts';
import { conditionsOf, formulasIn } from '../references.ts';
import { lookedAtAfterwards } from './afterwards.ts';

/** Fewest and most arguments of each function; the most for any number is what the schema takes. */
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
  return formulasOf(definition).flatMap(({ who, formula, isRepeated }) =>
    faultsOf(formula, isRepeated).map((fault) => `${who}: ${fault}`),
  );
}

interface Placed {
  readonly who: string;
  readonly formula: Formula;
  /** Whether it is worked out once for each repetition. */
  readonly isRepeated: boolean;
}

function formulasOf(definition: ProcedureDefinition): readonly Placed[] {
  const { steps } = definition;
  const inRepeats = new Set(
    steps.filter(({ repeat }) => repeat !== undefined).flatMap((step) => step.questions.map(({ id }) => id)),
  );
  const asked = steps.flatMap((step) => [
    ...(step.visible === undefined ? [] : placed(`step ${step.id}`, formulasIn(step.visible))),
    ...step.questions.flatMap((question) =>
      placed(`question ${question.id}`, formulasOfQuestion(question), step.repeat !== undefined),
    ),
  ]);
  const afterwards = lookedAtAfterwards(definition).flatMap(({ who, conditions, formulas, beside }) =>
    placed(
      who,
      [...conditions.flatMap(formulasIn), ...formulas],
      beside !== undefined && inRepeats.has(beside),
    ),
  );
  return [...asked, ...afterwards];
}

function placed(who: string, formulas: readonly Formula[], isRepeated = false): readonly Placed[] {
  return formulas.map((formula) => ({ who, formula, isRepeated }));
}

function formulasOfQuestion(question: Question): readonly Formula[] {
  const own = [question.proposal, question.calculated].filter((formula) => formula !== undefined);
  return [...own, ...conditionsOf(question).flatMap(formulasIn)];
}

function faultsOf(formula: Formula, isRepeated: boolean): string[] {
  if (!('call' in formula)) return [];
  const { call, with: parts } = formula;
  const [fewest, most] = ARGUMENTS[call];
  const pattern = call === 'regex' ? parts[1] : undefined;
  return [
    ...(parts.length < fewest || parts.length > most
      ? [`${call} takes ${fewest === most ? most : `${fewest} to ${most}`} arguments`]
      : []),
    ...(call === 'position' && !isRepeated ? ['position stands in no repeated step'] : []),
    ...(pattern !== undefined && 'value' in pattern && !isReadable(String(pattern.value))
      ? [
          `the pattern ${pattern.value} cannot be matched: it cannot be read, looks back or ahead, or counts too far`,
        ]
      : []),
    ...parts.flatMap((part) => faultsOf(part, isRepeated)),
  ];
}
