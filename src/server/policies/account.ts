import { type Actor, mayReach } from './reach.ts';
import type { Verdict } from './verdict.ts';

export function maySeeAccount(actor: Actor, account: { readonly commune: string }): Verdict {
  return mayReach(actor, 'see-accounts', account.commune);
}
