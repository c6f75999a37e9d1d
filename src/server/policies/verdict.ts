/** Why somebody may not: for the log and the audit trail, never shown as a sentence. */
export type ForbiddenReason =
  | 'role'
  | 'commune'
  | 'not-field-staff'
  | 'field-only'
  | 'oneself'
  | 'not-the-holder'
  | 'not-a-colleague'
  | 'own-work'
  | 'same-account';
/** Why the thing itself is not ready for it, whoever asks. */
export type StateReason =
  | 'status'
  | 'attachments-awaited'
  | 'held-elsewhere'
  | 'not-the-next'
  | 'whole-language';

/** What a policy answers. Only `allowed` lets a command go on; everything else names its reason. */
export type Verdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'forbidden'; readonly reason: ForbiddenReason }
  | { readonly kind: 'state-not-allowed'; readonly reason: StateReason };

export const allowed: Verdict = { kind: 'allowed' };

export function forbidden(reason: ForbiddenReason): Verdict {
  return { kind: 'forbidden', reason };
}

export function stateNotAllowed(reason: StateReason): Verdict {
  return { kind: 'state-not-allowed', reason };
}
