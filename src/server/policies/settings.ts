import { type Actor, reachOf } from './reach.ts';
import { allowed, forbidden, type Verdict } from './verdict.ts';

/** The settings are the server's, not a commune's: the unit code in official codes, working days. */
export function maySeeSettings(actor: Actor): Verdict {
  return reachOf(actor, 'see-settings') === undefined ? forbidden('role') : allowed;
}

export function mayChangeSettings(actor: Actor): Verdict {
  return reachOf(actor, 'change-settings') === undefined ? forbidden('role') : allowed;
}
