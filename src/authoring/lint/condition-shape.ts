import { Condition, FORMULA_FUNCTIONS, Formula } from '../../domain/procedure/definition.ts';
import { isRecord } from '../records.ts';
import { type Finding, finding, type Place, withNearest } from './finding.ts';
import { nearestOf } from './nearest.ts';

/*
 * A condition is one of twenty shapes. That it is none of them helps nobody; so the innermost part that is wrong is looked
 * for, and its words are compared with those that conditions are made of.
 */

const WORDS = [
  'all',
  'any',
  'not',
  'answer',
  'is',
  'in',
  'includes',
  'answered',
  'unknown',
  'daysSince',
  'moreThan',
  'atMost',
  'ageOf',
  'under',
  'atLeast',
  'number',
  'date',
  'before',
  'onOrAfter',
  'case',
  'formula',
];

export function conditionFaults(json: unknown, place: Place): readonly Finding[] {
  if (typeof json === 'boolean' || Condition.safeParse(json).success) return [];
  if (!isRecord(json)) return [finding('error', place, 'condition-incomplete', { words: String(json) })];
  const keys = Object.keys(json);
  const unknown = keys.filter((key) => !WORDS.includes(key));
  if (unknown.length > 0)
    return unknown.map((key) =>
      finding('error', place, ...withNearest('unknown-key', { key }, nearestOf(key, WORDS))),
    );
  const parts = [json.all, json.any].flatMap((list) => (Array.isArray(list) ? [...list] : []));
  const inner = [
    ...[...parts, ...('not' in json ? [json.not] : [])].flatMap((part) => conditionFaults(part, place)),
    ...('formula' in json ? formulaFaults(json.formula, place) : []),
  ];
  return inner.length > 0
    ? inner
    : [finding('error', place, 'condition-incomplete', { words: keys.join(', ') })];
}

export function formulaFaults(json: unknown, place: Place): readonly Finding[] {
  if (Formula.safeParse(json).success) return [];
  if (!isRecord(json)) return [finding('error', place, 'condition-incomplete', { words: String(json) })];
  const { call, with: given } = json;
  if (typeof call === 'string' && !FORMULA_FUNCTIONS.some((name) => name === call)) {
    const nearest = nearestOf(call, FORMULA_FUNCTIONS);
    return [finding('error', place, ...withNearest('unknown-function', { name: call }, nearest))];
  }
  const inner = Array.isArray(given) ? given.flatMap((part) => formulaFaults(part, place)) : [];
  const known = ['value', 'answer', 'all', 'call', 'with'];
  const unknown = Object.keys(json).filter((key) => !known.includes(key));
  return [
    ...inner,
    ...unknown.map((key) =>
      finding('error', place, ...withNearest('unknown-key', { key }, nearestOf(key, known))),
    ),
    ...(inner.length + unknown.length > 0
      ? []
      : [finding('error', place, 'condition-incomplete', { words: Object.keys(json).join(', ') })]),
  ];
}
