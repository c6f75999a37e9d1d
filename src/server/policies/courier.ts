import { type Actor, reachOf } from './reach.ts';
import { allowed, forbidden, type Verdict } from './verdict.ts';

/**
 * Bring a courier's file at the office. Not bound to a commune: who brings it sees nothing of what is in it, each dossier goes
 * to its own commune's queue, and a card found in the neighbouring commune must not be turned away.
 */
export function mayBringCourier(actor: Actor): Verdict {
  return reachOf(actor, 'bring-courier') === undefined ? forbidden('role') : allowed;
}
