import type { SendingWishes } from '../storage/model.ts';

/** What people hold sending for; the office's reasons are others. */
export type WishedReason = 'user' | 'metered';

export const WISHED_REASONS: readonly WishedReason[] = ['user', 'metered'];

/**
 * Why people's wishes hold the sender now. `isMetered` undefined: the browser does not say which network this is, and
 * nothing is held for a guess. `anyway`: a person has said that this round may cost.
 */
export function heldBy(
  wishes: SendingWishes,
  isMetered: boolean | undefined,
  anyway: boolean,
): ReadonlySet<WishedReason> {
  const reasons = new Set<WishedReason>();
  if (wishes.paused) reasons.add('user');
  if (wishes.onlyOnWifi && isMetered === true && !anyway) reasons.add('metered');
  return reasons;
}
