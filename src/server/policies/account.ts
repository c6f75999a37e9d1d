import type { AccountState } from '../../contract/down/change.ts';
import { AccountActionKind, isAccountActionAllowed, maySurvive } from '../../domain/account/actions.ts';
import { type Actor, mayReach, type Operation } from './reach.ts';
import { allowed, forbidden, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of an account. */
export interface AccountToActOn {
  readonly id: string;
  readonly commune: string;
  readonly state: AccountState;
}

const REACHED_BY: Readonly<Record<AccountActionKind, Operation>> = {
  activate: 'vouch-for-account',
  'reissue-code': 'vouch-for-account',
  suspend: 'restrain-account',
  reinstate: 'restrain-account',
  merge: 'merge-accounts',
  'undo-merge': 'merge-accounts',
  'keep-apart': 'merge-accounts',
};

export function maySeeAccount(actor: Actor, account: { readonly commune: string }): Verdict {
  return mayReach(actor, 'see-accounts', account.commune);
}

/** May the actor do this to the account as it stands? Whom it concerns besides has a question of its own. */
export function mayActOnAccount(
  actor: Actor,
  kind: AccountActionKind,
  account: Pick<AccountToActOn, 'commune' | 'state'>,
): Verdict {
  const reach = mayReach(actor, REACHED_BY[kind], account.commune);
  if (reach.kind !== 'allowed') return reach;
  return isAccountActionAllowed(kind, account.state) ? allowed : stateNotAllowed('status');
}

/** May the one be merged into the other, or be told apart from it? Both must be within reach, and be two. */
export function mayPairAccounts(
  actor: Actor,
  kind: 'merge' | 'keep-apart',
  account: AccountToActOn,
  other: AccountToActOn,
): Verdict {
  const reach = mayReach(actor, REACHED_BY[kind], other.commune);
  if (reach.kind !== 'allowed') return reach;
  if (account.id === other.id) return forbidden('same-account');
  const fits = kind === 'merge' ? maySurvive(other.state) : other.state !== 'merged';
  return fits ? mayActOnAccount(actor, kind, account) : stateNotAllowed('status');
}

/** The actions a screen may offer this actor now; the server asks the policy again when one is taken. */
export function allowedAccountActions(
  actor: Actor,
  account: Pick<AccountToActOn, 'commune' | 'state'>,
): AccountActionKind[] {
  return AccountActionKind.options.filter((kind) => mayActOnAccount(actor, kind, account).kind === 'allowed');
}
