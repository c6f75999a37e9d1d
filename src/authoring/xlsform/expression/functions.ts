import type { FormulaFunction } from '../../../domain/procedure/definition.ts';

/** How a function of XLSForm becomes one of ours: under which name, and with how many arguments there. */
export interface KnownFunction {
  readonly name: FormulaFunction;
  readonly fewest: number;
  readonly most: number;
  /** What is not quite the same, for the report. */
  readonly differs?: 'now-is-today';
}

const same = (name: FormulaFunction, fewest: number, most = fewest): [string, KnownFunction] => [
  name,
  { name, fewest, most },
];

/**
 * The functions that are carried over. `position(..)`, `true()`, `false()` and `string-length()` are written another way
 * and stand in `to-formula.ts`; whatever is in neither is named as not supported.
 */
export const KNOWN_FUNCTIONS: ReadonlyMap<string, KnownFunction> = new Map([
  same('not', 1),
  same('if', 3),
  same('coalesce', 2),
  same('boolean', 1),
  same('number', 1),
  same('int', 1),
  same('string', 1),
  same('concat', 1, 60),
  same('join', 2, 60),
  same('string-length', 1),
  same('substr', 2, 3),
  same('contains', 2),
  same('starts-with', 2),
  same('ends-with', 2),
  same('substring-before', 2),
  same('substring-after', 2),
  same('translate', 3),
  same('normalize-space', 1),
  same('regex', 2),
  same('selected', 2),
  same('selected-at', 2),
  same('count-selected', 1),
  same('round', 1, 2),
  same('floor', 1),
  same('ceiling', 1),
  same('abs', 1),
  same('pow', 2),
  same('sqrt', 1),
  same('min', 1, 60),
  same('max', 1, 60),
  same('sum', 1, 60),
  same('count', 1),
  same('count-non-empty', 1),
  same('today', 0),
  same('date', 1),
  same('decimal-date-time', 1),
  same('format-date', 2),
  same('once', 1),
  ['format-date-time', { name: 'format-date', fewest: 2, most: 2 }],
  ['now', { name: 'today', fewest: 0, most: 0, differs: 'now-is-today' }],
]);

/** Functions that give yes or no. */
export const BOOLEAN_FUNCTIONS: ReadonlySet<FormulaFunction> = new Set([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'not',
  'boolean',
  'contains',
  'starts-with',
  'ends-with',
  'regex',
  'selected',
]);
