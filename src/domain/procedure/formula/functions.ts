import type { FormulaFunction } from '../schema/formula.ts';
import { matches } from './match-pattern.ts';
import {
  formatDate,
  selectedIn,
  substr,
  substringAfter,
  substringBefore,
  translate,
} from './text-functions.ts';
import { dateOfDays, daysOf, type FormulaValue, toBoolean, toList, toNumber, toText } from './value.ts';

/** Functions that look at all their arguments; the others are in `compute.ts`. */
export type PlainFunction = Exclude<
  FormulaFunction,
  'and' | 'or' | 'if' | 'coalesce' | 'once' | 'today' | '=' | '!=' | '<' | '<=' | '>' | '>='
>;

/** One function of ODK XForms on its arguments; a missing argument is the empty text. */
export function callFunction(name: PlainFunction, given: readonly FormulaValue[]): FormulaValue {
  const text = (at: number) => toText(given[at] ?? '');
  const number = (at: number) => toNumber(given[at] ?? '');
  switch (name) {
    case '+':
      return number(0) + number(1);
    case '-':
      return number(0) - number(1);
    case '*':
      return number(0) * number(1);
    case 'div':
      return number(0) / number(1);
    case 'mod':
      return number(0) % number(1);
    case 'negate':
      return -number(0);
    case 'not':
      return !toBoolean(given[0] ?? '');
    case 'boolean':
      return toBoolean(given[0] ?? '');
    case 'number':
      return number(0);
    case 'int':
      return Math.trunc(number(0));
    case 'string':
      return text(0);
    case 'concat':
      return given.flatMap(eachText).join('');
    case 'join':
      return given.slice(1).flatMap(eachText).join(text(0));
    case 'string-length':
      return [...text(0)].length;
    case 'substr':
      return substr(text(0), number(1), given.length > 2 ? number(2) : undefined);
    case 'contains':
      return text(0).includes(text(1));
    case 'starts-with':
      return text(0).startsWith(text(1));
    case 'ends-with':
      return text(0).endsWith(text(1));
    case 'substring-before':
      return substringBefore(text(0), text(1));
    case 'substring-after':
      return substringAfter(text(0), text(1));
    case 'translate':
      return translate(text(0), text(1), text(2));
    case 'normalize-space':
      return text(0).trim().replaceAll(/\s+/g, ' ');
    case 'regex':
      return matches(text(0), text(1));
    case 'selected':
      return selectedIn(text(0)).includes(text(1).trim());
    case 'selected-at':
      return selectedIn(text(0))[number(1)] ?? '';
    case 'count-selected':
      return selectedIn(text(0)).length;
    case 'round':
      return roundTo(number(0), given.length > 1 ? number(1) : 0);
    case 'floor':
      return Math.floor(number(0));
    case 'ceiling':
      return Math.ceil(number(0));
    case 'abs':
      return Math.abs(number(0));
    case 'pow':
      return number(0) ** number(1);
    case 'sqrt':
      return Math.sqrt(number(0));
    case 'min':
      return extreme(given, Math.min);
    case 'max':
      return extreme(given, Math.max);
    case 'sum':
      return numbersIn(given).reduce((total, one) => total + one, 0);
    case 'count':
      return toList(given[0] ?? '').length;
    case 'count-non-empty':
      return toList(given[0] ?? '').filter((one) => one.trim() !== '').length;
    // Inside a repetition the engine has put its number in place of the call: outside there is none.
    case 'position':
      return Number.NaN;
    case 'date':
      return toDate(given[0] ?? '');
    case 'decimal-date-time':
      return daysOf(text(0));
    case 'format-date':
      return formatDate(toDateTime(given[0] ?? ''), text(1));
  }
}

function eachText(value: FormulaValue): readonly string[] {
  return typeof value === 'object' ? value : [toText(value)];
}

/** Gaps are no numbers and are left out: an unanswered age must not spoil a sum. */
function numbersIn(given: readonly FormulaValue[]): readonly number[] {
  return given
    .flatMap((one): FormulaValue[] => (typeof one === 'object' ? [...one] : [one]))
    .filter((one) => toText(one).trim() !== '')
    .map(toNumber);
}

function extreme(given: readonly FormulaValue[], of: (...numbers: number[]) => number): number {
  const numbers = numbersIn(given);
  return numbers.length === 0 ? Number.NaN : of(...numbers);
}

/** Half a unit goes up, as XPath says, also below zero. By the digits as written: 1.005 to two places is 1.01. */
function roundTo(value: number, digits: number): number {
  const places = Math.trunc(digits);
  return shift(Math.round(shift(value, places)), -places);
}

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function toDate(value: FormulaValue): string {
  return typeof value === 'number' ? dateOfDays(value) : dateOfDays(daysOf(toText(value)));
}

function toDateTime(value: FormulaValue): string {
  return typeof value === 'number' ? dateOfDays(value) : toText(value);
}
