import type { HandedState } from '../../contract/down/change.ts';
import { type Actor, mayReach } from './reach.ts';
import { stateNotAllowed, type Verdict } from './verdict.ts';

export function maySeeHandedItem(actor: Actor, item: { readonly commune: string }): Verdict {
  return mayReach(actor, 'see-handed-items', item.commune);
}

/** Closed once: what the tablet was told is not told otherwise afterwards. */
export function mayCloseHandedItem(
  actor: Actor,
  item: { readonly commune: string; readonly state: HandedState },
): Verdict {
  const reach = mayReach(actor, 'close-handed-item', item.commune);
  if (reach.kind !== 'allowed') return reach;
  return item.state === 'waiting' ? reach : stateNotAllowed('status');
}
