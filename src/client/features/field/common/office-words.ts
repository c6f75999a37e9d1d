import type { AccountState, DossierStatus } from '../../../../contract/down/change.ts';
import type { OfficeState } from '../../../storage/model.ts';

/* What the office's word means for who reads it on a tablet; each status is written out, so that a new one has to be decided. */

type Pill = 'off' | 'good' | 'busy' | 'attention';

const DOSSIERS = {
  registered: 'off',
  accepted: 'good',
  refused: 'attention',
  'in-progress': 'busy',
  'supplement-requested': 'attention',
  'payment-requested': 'attention',
  withdrawn: 'off',
  stopped: 'attention',
  done: 'good',
  returned: 'good',
} as const satisfies Record<DossierStatus, Pill>;

const ACCOUNTS = {
  pending: 'off',
  active: 'good',
  suspended: 'attention',
  merged: 'off',
} as const satisfies Record<AccountState, Pill>;

/** The shape before what the office last said; hollow where it has said nothing. */
export function pillOf(office: OfficeState | undefined): Pill {
  if (office === undefined) return 'off';
  return office.kind === 'account' ? ACCOUNTS[office.state] : DOSSIERS[office.status];
}

/** A result is still to come, and its date is a promise: not while the citizen is asked for something, nor once all is over. */
const AWAITED: ReadonlySet<DossierStatus> = new Set(['accepted', 'in-progress']);

export function isAwaited(status: DossierStatus): boolean {
  return AWAITED.has(status);
}

/** What a slip says of a dossier: whether it counts as received, and what its owner is to do. */
export type SlipWord =
  | 'not-yet'
  | 'under-way'
  | 'asked'
  /** It was asked for, and this slip is of what was brought. */
  | 'brought'
  | 'to-pay'
  | 'refused'
  | 'withdrawn'
  | 'stopped'
  | 'done'
  | 'returned';

const SLIPS = {
  registered: 'not-yet',
  accepted: 'under-way',
  refused: 'refused',
  'in-progress': 'under-way',
  'supplement-requested': 'asked',
  'payment-requested': 'to-pay',
  withdrawn: 'withdrawn',
  stopped: 'stopped',
  done: 'done',
  returned: 'returned',
} as const satisfies Record<DossierStatus, SlipWord>;

/** By the status alone: a code that was once given says nothing of a dossier that was stopped since. */
export function slipWordOf(office: OfficeState | undefined, isSupplement = false): SlipWord {
  if (isSupplement && office === undefined) return 'brought';
  if (office === undefined) return 'not-yet';
  if (office.kind === 'dossier') {
    const word = SLIPS[office.status];
    return isSupplement && word === 'asked' ? 'brought' : word;
  }
  return office.state === 'pending' ? 'not-yet' : 'under-way';
}
