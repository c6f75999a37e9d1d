import type { Refusal } from '../../contract/down/down-message.ts';

/** What became of a message that opened and was signed by who it says. */
export type RecordOutcome =
  | { readonly kind: 'recorded' }
  /** The same id was kept meanwhile. */
  | { readonly kind: 'already-there' }
  | { readonly kind: 'refused'; readonly reason: Refusal['reason']; readonly detail?: string };
