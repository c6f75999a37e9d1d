import type * as z from 'zod';
import {
  DocumentAsked,
  ProcedureCase,
  ProcedureDefinition,
  Question,
  Rule,
  Step,
} from '../../domain/procedure/definition.ts';
import { isRecord } from '../records.ts';
import { conditionFaults, formulaFaults } from './condition-shape.ts';
import { type Finding, finding, withNearest } from './finding.ts';
import { nearestOf } from './nearest.ts';
import { placeOf, valueAt } from './place.ts';

/** Findings about the shape of a declaration: keys nobody knows, words nobody knows, what is missing. */
export function lintShape(json: unknown): readonly Finding[] {
  const parsed = ProcedureDefinition.safeParse(json);
  return parsed.success ? [] : parsed.error.issues.slice(0, 200).flatMap((issue) => findingsOf(issue, json));
}

function findingsOf(issue: z.core.$ZodIssue, json: unknown): readonly Finding[] {
  const { path } = issue;
  const place = placeOf(path, json);
  const value = valueAt(path, json);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      finding('error', place, ...withNearest('unknown-key', { key }, nearestOf(key, keysAt(path, json)))),
    );
  if (path.some((key) => CONDITIONS.has(key)) && value !== undefined) {
    const faults = conditionFaults(value, place);
    if (faults.length > 0) return faults;
  }
  if (path.some((key) => FORMULAS.has(key)) && value !== undefined) {
    const faults = formulaFaults(value, place);
    if (faults.length > 0) return faults;
  }
  const around = valueAt(path.slice(0, -1), json);
  if (isRecord(around) && 'block' in around)
    return [
      finding('error', placeOf(path.slice(0, -1), json), 'block-wrong', { block: String(around.block) }),
    ];
  const last = String(path.at(-1) ?? '');
  if (value === undefined)
    return [finding('error', placeOf(path.slice(0, -1), json), 'missing-key', { key: last })];
  const known = wordsFor(issue, path);
  if (typeof value === 'string' && known.length > 0)
    return [
      finding(
        'error',
        place,
        ...withNearest('unknown-word', { value, known: known.join(', ') }, nearestOf(value, known)),
      ),
    ];
  return [finding('error', place, 'wrong-value', { message: issue.message })];
}

const CONDITIONS: ReadonlySet<PropertyKey> = new Set(['visible', 'required', 'requiredWhen', 'when']);
const FORMULAS: ReadonlySet<PropertyKey> = new Set(['proposal', 'calculated', 'dong']);

/** The words that may stand there: of a list of words, or the types of questions. */
function wordsFor(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && path.at(-1) === 'type' ? [...QUESTION_SHAPES.keys()] : [];
}

const QUESTION_SHAPES: ReadonlyMap<string, readonly string[]> = new Map(
  Question.options.map((option) => [option.shape.type.value, Object.keys(option.shape)]),
);

/** The keys that may stand in the object at a path, as near as the path says. */
function keysAt(path: readonly PropertyKey[], json: unknown): readonly string[] {
  const [list, , inner] = path;
  if (path.length === 0) return Object.keys(ProcedureDefinition.shape);
  if (path.length === 2 && list === 'steps') return Object.keys(Step.shape);
  if (path.length === 2 && list === 'cases') return Object.keys(ProcedureCase.shape);
  if (path.length === 2 && list === 'documents') return Object.keys(DocumentAsked.shape);
  if (path.length === 2 && list === 'rules') return Object.keys(Rule.shape);
  if (list === 'steps' && inner === 'questions') {
    const question = valueAt(path.slice(0, 4), json);
    const type = isRecord(question) ? question.type : undefined;
    return path.length === 4 && typeof type === 'string'
      ? (QUESTION_SHAPES.get(type) ?? [])
      : ['value', 'drawing', 'visible'];
  }
  if (path[2] === 'fee') return ['kind', 'confirmed', 'dong', 'rows'];
  if (path[2] === 'limit') return ['kind', 'confirmed', 'cutoff', 'days', 'hours'];
  return [];
}
