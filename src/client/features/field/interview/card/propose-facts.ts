import { type CardKind, cardIssuers, cardKinds } from '../../../../../domain/citizen/card-issuers.ts';
import { foldText } from '../../../../../domain/citizen/fold.ts';
import type { Place } from '../../../../../domain/place/place.ts';
import {
  type Answers,
  type AnswerValue,
  UnknownAnswer,
} from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../../domain/procedure/run.ts';
import type { CardRead } from './card-read.ts';
import { type CardFact, type CardTargets, cardFacts } from './card-targets.ts';

/** One thing that the card says, beside what the form says now. */
export interface ProposedFact {
  readonly fact: CardFact;
  readonly question: Question;
  readonly value: AnswerValue;
  readonly now: AnswerValue | undefined;
  /** `fills`: nothing stands there, or that nobody knows. `differs`: something else stands there. */
  readonly state: 'fills' | 'same' | 'differs';
}

/** What the person said on the confirm screen, because the card does not. */
export interface SaidOfCard {
  readonly kind?: CardKind | undefined;
  readonly residence?: Place | undefined;
}

export interface Proposal {
  readonly facts: readonly ProposedFact[];
  /** The form asks for the kind of card, and no kind that has a personal number is answered. */
  readonly asksKind: boolean;
  /** The form asks where this person lives. */
  readonly asksResidence: boolean;
}

/**
 * What the card would answer: only questions that are asked of this person, or would be once these answers stand. Nothing
 * is written here. A name without its marks is the same as one that has them.
 */
export function proposeFacts(
  card: CardRead,
  said: SaidOfCard,
  targets: CardTargets,
  form: { readonly definition: ProcedureDefinition; readonly answers: Answers; readonly today: string },
): Proposal {
  const values = valuesOf(card, said);
  const asked = questionsAsked(values, targets, form);
  const facts = cardFacts.flatMap((fact): readonly ProposedFact[] => {
    const question = targets[fact];
    const value = values[fact];
    if (question === undefined || value === undefined || !asked.has(question.id)) return [];
    const now = form.answers[question.id];
    // A province alone says less than what somebody answered.
    if (fact === 'residence' && now !== undefined && said.residence?.commune === undefined) return [];
    return [{ fact, question, value, now, state: compare(fact, value, now, card) }];
  });
  const isAsked = (fact: CardFact) => asked.has(targets[fact]?.id ?? '');
  return {
    facts,
    asksKind: isAsked('kind') && isKindOpen(targets, form.answers),
    asksResidence: isAsked('residence'),
  };
}

function isKindOpen(targets: CardTargets, answers: Answers): boolean {
  const now = targets.kind === undefined ? undefined : answers[targets.kind.id];
  return targets.kind !== undefined && !cardKinds.some((kind) => kind === now);
}

function valuesOf(
  card: CardRead,
  said: SaidOfCard,
): { readonly [Fact in CardFact]?: AnswerValue | undefined } {
  return {
    name: card.name,
    sex: card.sex,
    birthDate: card.birthDate,
    number: card.number,
    kind: said.kind,
    issuedOn: card.issuedOn,
    issuedBy: said.kind === undefined ? undefined : cardIssuers[said.kind],
    expiresOn: card.expiresOn === 'never' ? undefined : card.expiresOn,
    residence: said.residence,
    atHand: 'here',
  };
}

function questionsAsked(
  values: { readonly [Fact in CardFact]?: AnswerValue | undefined },
  targets: CardTargets,
  form: { readonly definition: ProcedureDefinition; readonly answers: Answers; readonly today: string },
): ReadonlySet<string> {
  const answers: Answers = { ...form.answers };
  for (const fact of cardFacts) {
    const question = targets[fact];
    const value = values[fact];
    if (question !== undefined && value !== undefined) answers[question.id] = value;
  }
  // Which of the two it is decides nothing about what is asked; that it is one of them does.
  if (targets.kind !== undefined && isKindOpen(targets, answers)) answers[targets.kind.id] = 'citizen-card';
  const { steps } = evaluate(form.definition, answers, { today: form.today });
  return new Set(steps.flatMap(({ questions }) => questions.map(({ question }) => question.id)));
}

function compare(
  fact: CardFact,
  value: AnswerValue,
  now: AnswerValue | undefined,
  card: CardRead,
): ProposedFact['state'] {
  if (now === undefined || UnknownAnswer.safeParse(now).success) return 'fills';
  const isSame =
    fact === 'name' && card.isPlainName
      ? typeof now === 'string' && foldText(now) === foldText(String(value))
      : fact === 'number'
        ? typeof now === 'string' && now.replace(/[\s.]/g, '') === value
        : spell(now) === spell(value);
  return isSame ? 'same' : 'differs';
}

/** The same for the same answer, in whatever order its parts were written down. */
function spell(value: AnswerValue): string {
  if (typeof value === 'string') return value.normalize('NFC');
  return JSON.stringify(value, typeof value === 'object' ? Object.keys(value).sort() : undefined);
}
