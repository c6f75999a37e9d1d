import {
  isProblemActionPossible,
  ProblemAction,
  type ProblemState,
  problemLife,
} from '../../domain/problem/life.ts';
import type { DossierScope } from './dossier.ts';
import { type Actor, mayReach, reachOf, scopeOf } from './reach.ts';
import { allowed, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a problem from the field. */
export interface ProblemFacts {
  readonly commune: string;
  readonly state: ProblemState;
  /** The department that has it. */
  readonly department: string | null;
}

type Place = Omit<ProblemFacts, 'state'>;

/** The one-stop office and who leads it see the problems of their commune, a department those it was given. */
export function maySeeProblem(actor: Actor, problem: Place): Verdict {
  const office = mayReach(actor, 'handle-problems', problem.commune);
  if (office.kind === 'allowed') return office;
  return liesWith(actor, problem) ? allowed : office;
}

/** Which problems a list shows: exactly those that may be opened one by one. */
export function problemScopeOf(actor: Actor): DossierScope {
  const office = scopeOf(actor, 'handle-problems');
  if (office.kind !== 'none' || actor.department === null) return office;
  if (reachOf(actor, 'work-in-department') === undefined) return office;
  return { kind: 'department', commune: actor.commune, department: actor.department };
}

/** First whose problem it is, then whether the action fits where it stands. */
export function mayActOnProblem(actor: Actor, action: ProblemAction, problem: ProblemFacts): Verdict {
  const office = mayReach(actor, 'handle-problems', problem.commune);
  const isTheirs = problemLife[action].who === 'either' && liesWith(actor, problem);
  if (office.kind !== 'allowed' && !isTheirs) return office;
  return isProblemActionPossible(action, problem.state) ? allowed : stateNotAllowed('status');
}

/** What a screen may offer this actor now; the server asks the policy again when one is taken. */
export function allowedProblemActions(actor: Actor, problem: ProblemFacts): ProblemAction[] {
  return ProblemAction.options.filter((action) => mayActOnProblem(actor, action, problem).kind === 'allowed');
}

function liesWith(actor: Actor, problem: Place): boolean {
  return (
    mayReach(actor, 'work-in-department', problem.commune).kind === 'allowed' &&
    problem.department !== null &&
    problem.department === actor.department
  );
}
