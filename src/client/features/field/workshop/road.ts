import type { Phrase } from '../../../../domain/language/phrases.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { questionKey } from '../../../answers/format-answer.ts';

export interface RoadPhrase extends Phrase {
  /** Of the question or answer that it belongs to. */
  readonly drawing?: string;
  /** It is said while somebody is led through: a question, or one of its answers. */
  readonly isOnRoad: boolean;
}

/**
 * Everything a procedure says, in the order in which people hear it: step by step each question with its answers and papers,
 * then what else it may say. What many procedures say alike stands where this one says it.
 */
export function roadOf(
  definition: ProcedureDefinition,
  phrases: ReadonlyMap<string, Phrase>,
): readonly RoadPhrase[] {
  const road = new Map<string, RoadPhrase>();
  const find = (key: string) =>
    phrases.get(`procedures/${definition.id}:${key}`) ?? phrases.get(`procedures/shared:${key}`);
  const add = (key: string, isOnRoad: boolean, drawing: string | undefined) => {
    const found = find(key);
    if (found === undefined || road.has(found.phrase)) return;
    road.set(found.phrase, { ...found, isOnRoad, ...(drawing === undefined ? {} : { drawing }) });
  };
  add('name', true, undefined);
  for (const step of definition.steps) {
    add(`steps.${step.id}.title`, false, undefined);
    for (const question of step.questions) {
      if (question.type === 'hidden') continue;
      for (const { key, isOnRoad, drawing } of saidBy(question, definition, (key) => find(key) !== undefined))
        add(key, isOnRoad, drawing);
    }
  }
  const rest = [...phrases.values()].filter(
    ({ phrase, where }) => where === definition.id && !road.has(phrase),
  );
  return [...road.values(), ...rest.map((one) => ({ ...one, isOnRoad: false }))];
}

interface Said {
  readonly key: string;
  readonly isOnRoad: boolean;
  readonly drawing: string | undefined;
}

/** What the screen of one question says: a text for the ear takes the place of label and hint. */
function saidBy(
  question: Question,
  definition: ProcedureDefinition,
  has: (key: string) => boolean,
): readonly Said[] {
  const spoken = questionKey(question, 'spoken');
  const { drawing } = question;
  const written = [questionKey(question, 'label'), questionKey(question, 'hint')];
  if (question.type === 'consent') written.push(`consents.${question.purpose}.text`);
  return [
    { key: spoken, isOnRoad: true, drawing },
    ...written.map((key) => ({ key, isOnRoad: !has(spoken), drawing })),
    ...answersOf(question, definition),
  ];
}

function answersOf(question: Question, definition: ProcedureDefinition): readonly Said[] {
  if (question.type === 'choice' || question.type === 'choices') {
    const list = question.list ?? question.id;
    return question.options.map(({ value, drawing }) => ({
      key: `choices.${list}.${value}`,
      isOnRoad: true,
      drawing,
    }));
  }
  if (question.type !== 'document') return [];
  const asked = definition.documents.find(({ id }) => id === question.document);
  return (asked?.alternatives ?? []).flatMap((paper) =>
    ['name', 'hint'].map((part) => ({
      key: `papers.${paper}.${part}`,
      isOnRoad: part === 'name',
      drawing: paper,
    })),
  );
}

/** The next one that has no voice yet, beginning again at the start; undefined where all have one. */
export function nextMissing(
  road: readonly Pick<Phrase, 'phrase'>[],
  after: number,
  isVoiced: (phrase: string) => boolean,
): number | undefined {
  const order = [...road.keys()].map((step) => (after + 1 + step) % road.length);
  return order.find((at) => !isVoiced(road[at]?.phrase ?? ''));
}
