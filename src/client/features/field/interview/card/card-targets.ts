import { cardKinds } from '../../../../../domain/citizen/card-issuers.ts';
import type { ProcedureDefinition, Question } from '../../../../../domain/procedure/definition.ts';

/** What a card can say about a person, in the order of the confirm screen. */
export const cardFacts = [
  'name',
  'sex',
  'birthDate',
  'number',
  'kind',
  'issuedOn',
  'issuedBy',
  'expiresOn',
  'residence',
  'atHand',
] as const;
export type CardFact = (typeof cardFacts)[number];

/** The questions of one person that a card can answer; ids carry the repetition, as answers do. */
export type CardTargets = { readonly [Fact in CardFact]?: Question };

/** How declarations call each fact, and its type: those of the person block, then those of the account registration. */
const declared: Readonly<
  Record<CardFact, { readonly tails: readonly string[]; readonly type: Question['type'] }>
> = {
  name: { tails: ['name'], type: 'name' },
  sex: { tails: ['sex'], type: 'choice' },
  birthDate: { tails: ['birthDate'], type: 'date' },
  number: { tails: ['nationalId', 'number'], type: 'national-id' },
  kind: { tails: ['idKind', 'kind'], type: 'choice' },
  issuedOn: { tails: ['idIssuedOn', 'issuedOn'], type: 'date' },
  issuedBy: { tails: ['idIssuedBy'], type: 'text' },
  expiresOn: { tails: ['idExpiresOn', 'expiresOn'], type: 'date' },
  residence: { tails: ['residence'], type: 'place' },
  atHand: { tails: ['has'], type: 'choice' },
};

/** Answers that a choice must offer to be the one that is meant. */
const needed: Partial<Record<CardFact, readonly string[]>> = {
  sex: ['male', 'female'],
  kind: cardKinds,
  atHand: ['here'],
};

/**
 * The questions about the person whom `question` is about; undefined where a card cannot answer `question`, or where
 * nobody asks for that person's number: a newborn child has no card. `subject` joins what a procedure asks of one person
 * under two heads (the account registration's `person` and `card`).
 */
export function findCardTargets(definition: ProcedureDefinition, question: string): CardTargets | undefined {
  const repetition = /\.\d+$/.exec(question)?.[0] ?? '';
  const id = question.slice(0, question.length - repetition.length);
  const all = definition.steps.flatMap((step) => step.questions);
  const { head, stem } = split(id);
  const heads = headsOf(definition, head);
  const targets: { [Fact in CardFact]?: Question } = {};
  for (const fact of cardFacts) {
    const names = heads.flatMap((one) =>
      declared[fact].tails.map((tail) => `${one}.${withStem(stem, tail)}`),
    );
    const found = all.find((one) => names.includes(one.id) && isFit(fact, one));
    if (found !== undefined) targets[fact] = { ...found, id: found.id + repetition };
  }
  const isTarget = Object.values(targets).some((one) => one.id === question);
  return isTarget && targets.number !== undefined ? targets : undefined;
}

/** `household.headName` is about the head: stem `head`, as in `household.headNationalId`. */
function split(id: string): { readonly head: string; readonly stem: string } {
  const dot = id.lastIndexOf('.');
  const last = id.slice(dot + 1);
  const tails = Object.values(declared).flatMap((one) => one.tails);
  const tail = tails.includes(last) ? last : tails.find((one) => last.endsWith(capital(one)));
  return { head: id.slice(0, Math.max(0, dot)), stem: tail === undefined ? '' : last.slice(0, -tail.length) };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const withStem = (stem: string, tail: string) => (stem === '' ? tail : stem + capital(tail));

function headsOf({ subject }: ProcedureDefinition, head: string): readonly string[] {
  if (subject.nationalId === undefined) return [head];
  const own = [subject.name, subject.nationalId].map((id) => split(id).head);
  return own.includes(head) ? [...new Set(own)] : [head];
}

function isFit(fact: CardFact, question: Question): boolean {
  if (question.type !== declared[fact].type || question.calculated !== undefined) return false;
  const values = needed[fact];
  if (values === undefined || question.type !== 'choice') return true;
  return values.every((value) => question.options.some((option) => option.value === value));
}
