import { isTaskActionPossible, type TaskAction, type TaskStatus } from '../../domain/task/life.ts';
import { type Actor, mayReach, reachOf } from './reach.ts';
import { allowed, forbidden, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a planned visit. */
export interface VisitFacts {
  readonly commune: string;
  readonly status: TaskStatus;
}

/** Who goes must work in the field of the same commune. */
export interface VisitGoer {
  readonly commune: string;
  readonly roles: Actor['roles'];
}

/** The one-stop office and who leads it see where the field goes: dossiers and accounts lie behind it. */
export function maySeeVisit(actor: Actor, visit: Pick<VisitFacts, 'commune'>): Verdict {
  return mayReach(actor, 'see-visits', visit.commune);
}

/** Plan a visit in the own commune. */
export function mayPlanVisits(actor: Actor): Verdict {
  return reachOf(actor, 'plan-visits') === undefined ? forbidden('role') : allowed;
}

/** May this person be sent there? */
export function mayBeSent(goer: VisitGoer, to: { readonly commune: string }): Verdict {
  if (goer.commune !== to.commune) return forbidden('commune');
  return goer.roles.includes('field') ? allowed : forbidden('not-field-staff');
}

export function mayActOnVisit(actor: Actor, action: TaskAction, visit: VisitFacts): Verdict {
  const reach = mayReach(actor, 'plan-visits', visit.commune);
  if (reach.kind !== 'allowed') return reach;
  return isTaskActionPossible(action, visit.status) ? allowed : stateNotAllowed('status');
}
