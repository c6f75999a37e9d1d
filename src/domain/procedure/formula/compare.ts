import { type FormulaValue, toBoolean, toNumber, toText } from './value.ts';

/** XPath 1.0 section 3.4: with a yes or no both are, with a number both are, else texts; a list where any of it is so. */
export function isEqual(a: FormulaValue, b: FormulaValue): boolean {
  if (typeof a === 'object') return a.some((one) => isEqual(one, b));
  if (typeof b === 'object') return b.some((one) => isEqual(a, one));
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b);
  if (typeof a === 'number' || typeof b === 'number') return toNumber(a) === toNumber(b);
  return toText(a) === toText(b);
}

export function isDifferent(a: FormulaValue, b: FormulaValue): boolean {
  if (typeof a === 'object') return a.some((one) => isDifferent(one, b));
  if (typeof b === 'object') return b.some((one) => isDifferent(a, one));
  return !isEqual(a, b);
}

/** `<` and its like, always by number: dates by their days; never so where one of the two is no number. */
export function inOrder(a: FormulaValue, b: FormulaValue, so: (a: number, b: number) => boolean): boolean {
  if (typeof a === 'object') return a.some((one) => inOrder(one, b, so));
  if (typeof b === 'object') return b.some((one) => inOrder(a, one, so));
  return so(toNumber(a), toNumber(b));
}
