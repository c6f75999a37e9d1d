const BASE = 2_000;
const CAP = 5 * 60_000;
const POLL = 5 * 60_000;

/** How long the server's own reasons for a pause rest before they are tried again. */
export const LOOK_AGAIN_AFTER = 30 * 60_000;

/**
 * Milliseconds before try number `attempts` + 1 (`attempts` ≥ 1 failed in a row): doubling from 2 s to a cap of 5 min,
 * of which a random half to whole, so that tablets that came home together do not knock together. `random` is in [0, 1).
 */
export function backoff(attempts: number, random: number): number {
  const full = Math.min(CAP, BASE * 2 ** Math.min(attempts - 1, 20));
  return Math.round(full / 2 + (full / 2) * random);
}

/**
 * Milliseconds before the first try after a line broke: 0.2 to 0.5 s. Lines here break four times a minute and are back
 * at once; whoever waits longer each time never gets through.
 */
export function quickDelay(random: number): number {
  return Math.round(200 + 300 * random);
}

/** Milliseconds until an idle tablet looks at the office again: 5 min, a tenth more or less. */
export function pollDelay(random: number): number {
  return Math.round(POLL * (0.9 + 0.2 * random));
}
