import type { Formula, FormulaFunction } from '../../../domain/procedure/definition.ts';
import { STRENGTH } from '../expression/syntax.ts';

/*
 * A formula as XPath. Parentheses stand where they are needed to be read back as the same, and no others.
 */

/** The text of a formula, as strong as the operator around it asks for. */
export function toExpression(formula: Formula, around = 0): string {
  if ('value' in formula) return literal(formula.value);
  if ('answer' in formula) return `\${${formula.answer}}`;
  if ('all' in formula) return `\${${formula.all}}`;
  const { call, with: given } = formula;
  const strength = strengthOf(call);
  if (strength !== undefined) {
    const [first, ...others] = given.map((part, index) =>
      toExpression(part, index === 0 ? strength - 1 : strength),
    );
    // `and` and `or` may have one part alone.
    const text = [first ?? 'true()', ...others].join(` ${call} `);
    return strength > around ? text : `(${text})`;
  }
  const parts = given.map((part) => toExpression(part)).join(', ');
  if (call === 'negate') return `-(${parts})`;
  return call === 'position' ? 'position(..)' : `${call}(${parts})`;
}

/** How tightly the operator of that name binds; undefined for a function. */
export function strengthOf(call: FormulaFunction): number | undefined {
  for (const [operator, strength] of Object.entries(STRENGTH)) if (operator === call) return strength;
  return undefined;
}

/** XPath has no way to write both kinds of quotes in one text: such a text is put together from parts. */
function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'true()' : 'false()';
  if (typeof value === 'number') return value < 0 ? `(${value})` : plainNumber(value);
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"')) return `"${value}"`;
  return `concat(${value
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`;
}

/** XPath has no exponents. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e/.test(text) ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
