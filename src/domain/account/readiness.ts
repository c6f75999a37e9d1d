import { ageInYears, formatIsoPartial, PartialDate } from '../citizen/partial-date.ts';
import type { Answers, AnswerValue } from '../procedure/contract/answers.ts';

/** What still stands between a citizen and an electronic identity (VNeID). Texts: `reasons.<kind>` of account registration. */
export interface Blocker {
  readonly kind:
    | 'no-card'
    | 'card-too-old'
    | 'card-expired'
    | 'card-name-differs'
    | 'no-phone'
    | 'sim-other-name'
    | 'sim-owner-unknown'
    | 'guardian-without-level-two'
    | 'guardian-sim-other-name';
}

/**
 * The blockers that follow from an account registration's answers (its submission: visible questions only) on the
 * civil date `today`, in the order in which they are dealt with: card first, then phone. Somebody under 14 registers
 * through a parent or guardian, so the guardian's SIM and account count, and a card only where level 2 is wanted.
 * Empty means that nothing known stands in the way. Source: Decree 69/2024/NĐ-CP.
 */
export function readinessBlockers(answers: Answers, today: string): Blocker[] {
  const child = isUnderFourteen(answers, today);
  const kinds = [
    ...findCardBlockers(answers, today, child),
    ...(child ? findGuardianBlockers(answers) : findPhoneBlockers(answers)),
  ];
  return kinds.map((kind) => ({ kind }));
}

/** What was arranged with the police, who alone give an electronic identity of level 2; undefined where it is not wanted now. */
export type PoliceVisit =
  | { readonly kind: 'no-appointment'; readonly needsTransport: boolean }
  | {
      readonly kind: 'appointment';
      readonly needsTransport: boolean;
      readonly place?: string;
      readonly date?: PartialDate;
    };

/** The visit to the police that follows from an account registration's answers. */
export function findPoliceVisit(answers: Answers): PoliceVisit | undefined {
  if (find(answers, 'readiness.level') !== 'level-2') return undefined;
  const needsTransport = find(answers, 'readiness.transport') === 'yes';
  if (find(answers, 'readiness.appointment') !== 'yes') return { kind: 'no-appointment', needsTransport };
  const place = find(answers, 'readiness.appointmentPlace');
  const date = PartialDate.safeParse(find(answers, 'readiness.appointmentDate'));
  return {
    kind: 'appointment',
    needsTransport,
    ...(typeof place === 'string' && place.trim() !== '' ? { place } : {}),
    ...(date.success ? { date: date.data } : {}),
  };
}

/** Whether a card is there to be shown to the police, and lies at home now. */
export function isCardAtHome(answers: Answers): boolean {
  return find(answers, 'card.has') === 'at-home';
}

type Kind = Blocker['kind'];

function findCardBlockers(answers: Answers, today: string, child: boolean): Kind[] {
  if (find(answers, 'card.has') === 'none') {
    return child && find(answers, 'readiness.level') !== 'level-2' ? [] : ['no-card'];
  }
  const expiry = PartialDate.safeParse(find(answers, 'card.expiresOn'));
  return [
    ...when(find(answers, 'card.kind') === 'old-card', 'card-too-old'),
    ...when(expiry.success && isOver(expiry.data, today), 'card-expired'),
    ...when(find(answers, 'card.nameMatches') === 'no', 'card-name-differs'),
  ];
}

function findPhoneBlockers(answers: Answers): Kind[] {
  const phone = find(answers, 'phone.kind');
  if (phone === 'none') return ['no-phone'];
  return findSimBlockers(find(answers, 'phone.sim'), 'sim-other-name');
}

function findGuardianBlockers(answers: Answers): Kind[] {
  return [
    ...when(find(answers, 'guardian.levelTwo') === 'no', 'guardian-without-level-two'),
    ...findSimBlockers(find(answers, 'guardian.sim'), 'guardian-sim-other-name'),
  ];
}

function findSimBlockers(sim: AnswerValue | undefined, otherName: Kind): Kind[] {
  if (sim === 'other-name') return [otherName];
  return when(typeof sim === 'object', 'sim-owner-unknown');
}

/** Certainly past: a card valid until some day in 2026 is not over during 2026. */
function isOver(date: PartialDate, today: string): boolean {
  const last = formatIsoPartial(date);
  return last < today.slice(0, last.length);
}

function isUnderFourteen(answers: Answers, today: string): boolean {
  const birth = PartialDate.safeParse(find(answers, 'person.birthDate'));
  if (!birth.success) return false;
  const age = ageInYears(birth.data, today);
  const oldest = age.kind === 'exact' ? age.years : age.most;
  return oldest < 14 || find(answers, 'person.underFourteen') === 'yes';
}

function find(answers: Answers, id: string): AnswerValue | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function when(fact: boolean, kind: Kind): Kind[] {
  return fact ? [kind] : [];
}
