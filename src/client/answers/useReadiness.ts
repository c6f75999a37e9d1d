import { findPoliceVisit, isCardAtHome, readinessBlockers } from '../../domain/account/readiness.ts';
import { displayPartial } from '../../domain/citizen/partial-date.ts';
import type { Answers } from '../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { useAnswerWords } from './useAnswerWords.ts';

/** What stands between a person and an electronic identity, said in sentences. */
export interface Readiness {
  /** Text keys below `reasons.` of all that is said here, so that nobody says it a second time. */
  readonly reasons: readonly string[];
  /** Each says what is missing and what to do. Empty: nothing known stands in the way. */
  readonly blockers: readonly string[];
  /** When and where the police expect them, and how they get there; empty where no visit is wanted now. */
  readonly visit: readonly string[];
  /** What to take along to that visit. */
  readonly toBring: readonly string[];
}

/**
 * Readiness for VNeID out of an account registration's answers, judged on the civil date `today`. Undefined for a procedure
 * that registers no account.
 */
export function useReadiness(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): Readiness | undefined {
  const words = useAnswerWords(definition);
  if (definition.produces !== 'account') return undefined;
  const blockers = readinessBlockers(answers, today).map(({ kind }) => kind);
  const toBring = isCardAtHome(answers) ? ['card-left-at-home'] : [];
  const visit = findPoliceVisit(answers);
  return {
    reasons: [...blockers, ...toBring],
    blockers: blockers.map((kind) => words(`reasons.${kind}`)),
    visit:
      visit === undefined
        ? []
        : [
            visit.kind === 'no-appointment'
              ? words('answer.visit.none')
              : words('answer.visit.arranged', {
                  place: visit.place ?? words('answer.missing'),
                  date: visit.date === undefined ? words('answer.missing') : displayPartial(visit.date),
                }),
            ...(visit.needsTransport ? [words('answer.visit.transport')] : []),
          ],
    toBring: toBring.map((key) => words(`reasons.${key}`)),
  };
}
