import type { Role } from '../../contract/operations/office.ts';
import { type Actor, mayReach } from './reach.ts';
import { allowed, forbidden, type Verdict } from './verdict.ts';

/** Who takes a draft must work in the field of the same commune, and not be the one who has it. */
export interface DraftTaker {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly commune: string;
}

interface DraftToMove {
  readonly commune: string;
  readonly holderId: string;
}

/** May this supervisor move the draft from who has it to a colleague? */
export function mayHandOverDraft(actor: Actor, draft: DraftToMove, to: DraftTaker): Verdict {
  const reach = mayReach(actor, 'hand-over-draft', draft.commune);
  return reach.kind === 'allowed' ? mayTakeDraft(draft, to) : reach;
}

/** May this staff member give the draft away from their own tablet? Their key has proved who they are. */
export function mayGiveDraft(
  giver: { readonly staffId: string },
  draft: DraftToMove,
  to: DraftTaker,
): Verdict {
  return giver.staffId === draft.holderId ? mayTakeDraft(draft, to) : forbidden('not-the-holder');
}

function mayTakeDraft(draft: DraftToMove, to: DraftTaker): Verdict {
  if (to.commune !== draft.commune) return forbidden('commune');
  if (!to.roles.includes('field')) return forbidden('not-field-staff');
  return to.id === draft.holderId ? forbidden('not-a-colleague') : allowed;
}
