import type { PinAttempts } from './model.ts';

/*
 * Wrong PINs: two are free (fat fingers), from the third on each costs a longer wait, the tenth locks the vault until the
 * office gives a fresh enrolment code. Times are milliseconds since the epoch by the tablet's own clock, which
 * anybody holding the tablet can turn: turned back, a wait starts over in full (never shorter, and never
 * longer than its own length); turned forward, it is skipped, and the ten tries are what remains.
 */

const MINUTE = 60_000;
/** By number of failures so far. */
const WAITS = [0, 0, 0, MINUTE / 2, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE];
const LAST_FAILURE = WAITS.length;

export const NO_ATTEMPTS: PinAttempts = { failures: 0, notBefore: 0, lockedOut: false };

export type MayTry =
  | { readonly kind: 'yes' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'locked-out' };

/** One more wrong PIN. */
export function afterWrongPin(attempts: PinAttempts, now: number): PinAttempts {
  const failures = attempts.failures + 1;
  return { failures, notBefore: now + waitAfter(failures), lockedOut: failures >= LAST_FAILURE };
}

/** The right PIN forgives all wrong ones before it. */
export function afterRightPin(): PinAttempts {
  return NO_ATTEMPTS;
}

/** Whether a PIN may be tried now, and if not, how long that is still so. */
export function mayTry(attempts: PinAttempts, now: number): MayTry {
  if (attempts.lockedOut) return { kind: 'locked-out' };
  const milliseconds = Math.min(attempts.notBefore - now, waitAfter(attempts.failures));
  return milliseconds > 0 ? { kind: 'wait', milliseconds } : { kind: 'yes' };
}

/**
 * The same attempts after a look at the clock: where it was turned back behind the start of the wait, the wait
 * starts over from now. Store what comes back if it differs, else the wait would never end until the old time comes again.
 */
export function settleClock(attempts: PinAttempts, now: number): PinAttempts {
  const wait = waitAfter(attempts.failures);
  return attempts.notBefore - now > wait ? { ...attempts, notBefore: now + wait } : attempts;
}

function waitAfter(failures: number): number {
  return WAITS[Math.min(failures, WAITS.length - 1)] ?? 0;
}
