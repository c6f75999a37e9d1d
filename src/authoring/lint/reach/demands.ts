import type { Condition, Formula } from '../../../domain/procedure/definition.ts';

/*
 * What a condition demands of answers, as "one of these bundles of demands": the disjunctive normal form. It demands at
 * most what the engine does, so that what is impossible here is impossible there; a formula that is not understood
 * demands nothing.
 */

export type Scalar = string | number | boolean;

export type Demand = { readonly id: string } & (
  | { readonly kind: 'one-of' | 'none-of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'includes' | 'excludes'; readonly value: string }
  | { readonly kind: 'answered' | 'unknown' | 'not-answered' }
  /** `least` ≤ what is measured < `below`. */
  | {
      readonly kind: 'range';
      readonly of: 'number' | 'age' | 'days';
      readonly least: number;
      readonly below: number;
    }
);
export type Bundle = readonly Demand[];
/** Undefined where there would be too many bundles to look at: then everything may be possible. */
export type Bundles = readonly Bundle[] | undefined;

const ALWAYS: Bundles = [[]];
const NEVER: Bundles = [];
const MOST_BUNDLES = 300;

/** Every bundle of the one together with every bundle of the other. */
export function both(one: Bundles, other: Bundles): Bundles {
  if (one === undefined || other === undefined)
    return one?.length === 0 || other?.length === 0 ? NEVER : undefined;
  if (one.length * other.length > MOST_BUNDLES) return undefined;
  return one.flatMap((first) => other.map((second) => [...first, ...second]));
}

function either(one: Bundles, other: Bundles): Bundles {
  if (one === undefined || other === undefined) return undefined;
  return one.length + other.length > MOST_BUNDLES ? undefined : [...one, ...other];
}

const inf = Number.POSITIVE_INFINITY;

/** What has to be so that the condition holds (`wanted`), or that it is decided and does not hold. */
export function demandsOf(condition: Condition, wanted = true): Bundles {
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => demandsOf(part, wanted));
    return 'all' in condition === wanted ? parts.reduce(both, ALWAYS) : parts.reduce(either, NEVER);
  }
  if ('not' in condition) return demandsOf(condition.not, !wanted);
  if ('daysSince' in condition) {
    const from = 'moreThan' in condition ? condition.moreThan + 1 : condition.atMost + 1;
    return range(condition.daysSince, 'days', from, 'moreThan' in condition === wanted);
  }
  if ('ageOf' in condition) {
    const from = 'under' in condition ? condition.under : condition.atLeast;
    return range(condition.ageOf, 'age', from, 'atLeast' in condition === wanted);
  }
  if ('number' in condition) {
    const from = 'under' in condition ? condition.under : condition.atLeast;
    return range(condition.number, 'number', from, 'atLeast' in condition === wanted);
  }
  if ('date' in condition) {
    const other = 'before' in condition ? condition.before : condition.onOrAfter;
    const dates = /^\d/.test(other) ? [condition.date] : [condition.date, other];
    return [dates.map((id) => ({ id, kind: 'answered' }))];
  }
  if ('case' in condition) return ALWAYS;
  if ('formula' in condition) return demandsOfFormula(condition.formula, wanted);
  return demandsOfAnswer(condition, wanted);
}

/** From `from` up, or below it. */
function range(id: string, of: 'number' | 'age' | 'days', from: number, up: boolean): Bundles {
  return [[{ id, kind: 'range', of, least: up ? from : -inf, below: up ? inf : from }]];
}

function demandsOfAnswer(condition: Extract<Condition, { answer: string }>, wanted: boolean): Bundles {
  const id = condition.answer;
  if ('answered' in condition)
    return [[{ id, kind: condition.answered === wanted ? 'answered' : 'not-answered' }]];
  if ('unknown' in condition) return [[{ id, kind: condition.unknown === wanted ? 'unknown' : 'answered' }]];
  if ('includes' in condition)
    return [[{ id, kind: wanted ? 'includes' : 'excludes', value: condition.includes }]];
  const values = 'is' in condition ? [condition.is] : condition.in;
  return [[{ id, kind: wanted ? 'one-of' : 'none-of', values }]];
}

/** Only what spreadsheets usually say is understood: choices, numbers, and whether something is answered. */
function demandsOfFormula(formula: Formula, wanted: boolean): Bundles {
  if ('value' in formula) return Boolean(formula.value) === wanted ? ALWAYS : NEVER;
  if (!('call' in formula)) return ALWAYS;
  const { call, with: given } = formula;
  if (call === 'and' || call === 'or') {
    const parts = given.map((part) => demandsOfFormula(part, wanted));
    return (call === 'and') === wanted ? parts.reduce(both, ALWAYS) : parts.reduce(either, NEVER);
  }
  const [first, second] = given;
  if (call === 'not' && first !== undefined) return demandsOfFormula(first, !wanted);
  if (first === undefined || second === undefined || !('answer' in first) || !('value' in second))
    return ALWAYS;
  const { answer: id } = first;
  const { value } = second;
  if (value === '' && (call === '=' || call === '!='))
    return (call === '!=') === wanted ? [[{ id, kind: 'answered' }]] : ALWAYS;
  // Whatever does not hold may also not hold because nothing was answered.
  if (!wanted) return ALWAYS;
  if (call === '=' && typeof value === 'string') return [[{ id, kind: 'one-of', values: [value] }]];
  if (call === 'selected' && typeof value === 'string') return [[{ id, kind: 'includes', value }]];
  if (typeof value !== 'number') return ALWAYS;
  if (call === '>=' || call === '>') return range(id, 'number', value, true);
  if (call === '<') return range(id, 'number', value, false);
  return ALWAYS;
}
