import type { Question, Step } from '../../domain/procedure/definition.ts';
import { isRecord } from '../records.ts';
import type { Place, PlacePart } from './finding.ts';

/** Lists of a declaration whose members have names of their own. */
const LISTS: ReadonlyMap<PropertyKey, PlacePart['kind']> = new Map([
  ['steps', 'step'],
  ['questions', 'question'],
  ['options', 'option'],
  ['documents', 'document'],
  ['cases', 'case'],
  ['rules', 'rule'],
  ['filingDeadlines', 'deadline'],
  ['results', 'result'],
  ['followUps', 'follow-up'],
]);

/** A path of JSON in the author's words: `steps.2.questions.0` is step `groom`, question `groom.name`. */
export function placeOf(path: readonly PropertyKey[], json: unknown): Place {
  const place: PlacePart[] = [];
  let value = json;
  let inList: PlacePart['kind'] | undefined;
  for (const key of path) {
    value = childOf(value, key);
    if (typeof key === 'number') {
      place.push({ kind: inList ?? 'property', name: nameOf(value, key) });
      inList = undefined;
    } else {
      inList = LISTS.get(key);
      if (inList === undefined) place.push({ kind: 'property', name: String(key) });
    }
  }
  return place;
}

export function placeOfQuestion(step: Step, question: Question): Place {
  return [
    { kind: 'step', name: step.id },
    { kind: 'question', name: question.id },
  ];
}

export function valueAt(path: readonly PropertyKey[], json: unknown): unknown {
  return path.reduce<unknown>(childOf, json);
}

function childOf(value: unknown, key: PropertyKey): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined;
}

/** What the author calls it; where it has no name, which one it is, counted from 1. */
function nameOf(value: unknown, index: number): string {
  const named = isRecord(value) ? (value.id ?? value.value ?? value.procedure ?? value.block) : undefined;
  return typeof named === 'string' ? named : `#${index + 1}`;
}
