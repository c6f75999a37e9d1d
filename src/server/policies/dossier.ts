import type { DossierStatus } from '../../contract/down/change.ts';
import { type Actor, mayReach } from './reach.ts';
import { allowed, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a dossier. */
export interface DossierState {
  readonly commune: string;
  readonly status: DossierStatus;
  /** Attachments named by the envelope whose bytes have not arrived. */
  readonly awaitedAttachments: number;
}

/** From which statuses a dossier can be accepted: every status stands here, so that a new one must be decided. */
const ACCEPTABLE: Readonly<Record<DossierStatus, boolean>> = {
  registered: true,
  accepted: false,
  refused: false,
  'in-progress': false,
  'supplement-requested': false,
  'payment-requested': false,
  withdrawn: false,
  stopped: false,
  done: false,
  returned: false,
};

export function maySeeDossier(actor: Actor, dossier: Pick<DossierState, 'commune'>): Verdict {
  return mayReach(actor, 'see-dossiers', dossier.commune);
}

/**
 * Accepting starts the legal time limit, which runs from a complete dossier: one whose photos are still on the
 * tablet has to wait for them.
 */
export function mayAcceptDossier(actor: Actor, dossier: DossierState): Verdict {
  const reach = mayReach(actor, 'accept-dossier', dossier.commune);
  if (reach.kind !== 'allowed') return reach;
  if (!ACCEPTABLE[dossier.status]) return stateNotAllowed('status');
  return dossier.awaitedAttachments > 0 ? stateNotAllowed('attachments-awaited') : allowed;
}

/** The actions a screen may offer this actor now; the server asks the policy again when one is taken. */
export function allowedDossierActions(actor: Actor, dossier: DossierState): 'accept'[] {
  return mayAcceptDossier(actor, dossier).kind === 'allowed' ? ['accept'] : [];
}
