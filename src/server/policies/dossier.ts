import { life, OfficeAction } from '../../domain/dossier/actions.ts';
import { type DossierState, isPossible } from '../../domain/dossier/state.ts';
import { type Actor, mayReach, reachOf, type Scope, scopeOf } from './reach.ts';
import { allowed, forbidden, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a dossier. */
export interface DossierFacts
  extends Pick<DossierState, 'status' | 'heldBy' | 'papers' | 'finance' | 'supplement'> {
  readonly commune: string;
  /** Attachments named by the envelope whose bytes have not arrived. */
  readonly awaitedAttachments: number;
}

type Place = Pick<DossierFacts, 'commune' | 'heldBy'>;

/** The one-stop office sees the dossiers of its commune, a department those that lie with it. */
export function maySeeDossier(actor: Actor, dossier: Place): Verdict {
  const office = mayReach(actor, 'see-dossiers', dossier.commune);
  if (office.kind === 'allowed') return office;
  return liesWith(actor, dossier) ? allowed : office;
}

/** Which dossiers a list shows: exactly those that may be opened one by one. */
export type DossierScope =
  | Scope
  | { readonly kind: 'department'; readonly commune: string; readonly department: string };

export function dossierScopeOf(actor: Actor): DossierScope {
  const office = scopeOf(actor, 'see-dossiers');
  if (office.kind !== 'none' || actor.department === null) return office;
  if (reachOf(actor, 'work-in-department') === undefined) return office;
  return { kind: 'department', commune: actor.commune, department: actor.department };
}

/**
 * May this person take this action now? First whose dossier it is, then whether the action fits where it stands, then whose
 * turn it is. Accepting also waits for what is still on the tablet: the legal time limit runs from a complete dossier.
 */
export function mayActOnDossier(actor: Actor, action: OfficeAction, dossier: DossierFacts): Verdict {
  const counter = mayReach(actor, 'act-at-one-stop', dossier.commune);
  const isAtCounter = counter.kind === 'allowed';
  const isInDepartment = liesWith(actor, dossier);
  const { turn } = life[action];
  if (!isAtCounter && !(isInDepartment && turn !== 'counter')) return counter;
  if (!isPossible(dossier, action)) return stateNotAllowed('status');
  if (action === 'accept' && dossier.awaitedAttachments > 0) return stateNotAllowed('attachments-awaited');
  const isHolder = dossier.heldBy === null ? isAtCounter : isInDepartment;
  return turn === 'holder' && !isHolder ? stateNotAllowed('held-elsewhere') : allowed;
}

/** The actions a screen may offer this actor now; the server asks the policy again when one is taken. */
export function allowedDossierActions(actor: Actor, dossier: DossierFacts): OfficeAction[] {
  return OfficeAction.options.filter((action) => mayActOnDossier(actor, action, dossier).kind === 'allowed');
}

/** Name departments of any commune. */
export function mayManageDepartments(actor: Actor): Verdict {
  return reachOf(actor, 'manage-departments') === undefined ? forbidden('role') : allowed;
}

function liesWith(actor: Actor, dossier: Place): boolean {
  return (
    mayReach(actor, 'work-in-department', dossier.commune).kind === 'allowed' &&
    dossier.heldBy !== null &&
    dossier.heldBy === actor.department
  );
}
