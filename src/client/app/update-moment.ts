/*
 * When a new version may take the place of the running one (I9). It loads every window anew, which closes the vault; so
 * by itself it comes only behind a lock, or at a kiosk, that nobody is touching, and otherwise when a person asks for it. Whoever comes
 * back to the lock screen finds the way to where they were.
 */

/** Milliseconds without a touch on the lock screen: nobody is in the middle of a PIN, and the last words are saved. */
export const QUIET_FOR = 10_000;

/** Where the kiosk waits for somebody, and where somebody is at it: the address says this much and no more. */
export const KIOSK = '/kiosk';
export const KIOSK_VISIT = '/kiosk/visit';

/** Addresses below which somebody is in the middle of something that a reload would break off. */
const WORK = ['/interview', '/enrol', '/courier', '/restore', '/practice', KIOSK_VISIT] as const;

export interface Surroundings {
  readonly path: string;
  readonly isLocked: boolean;
  readonly isSending: boolean;
  /** Milliseconds since somebody last touched this window. */
  readonly untouchedFor: number;
}

export function isAtWork(path: string): boolean {
  return WORK.some((work) => path === work || path.startsWith(`${work}/`));
}

/** `by-itself`: now. `when-asked`: a person may press for it. `not-now`: it waits, and says no more than that. */
export function findUpdateMoment(now: Surroundings): 'by-itself' | 'when-asked' | 'not-now' {
  if (isAtWork(now.path)) return 'not-now';
  const isDoor = now.path === '/lock' || now.path === KIOSK;
  const isQuiet = now.isLocked && isDoor && now.untouchedFor >= QUIET_FOR;
  return isQuiet && !now.isSending ? 'by-itself' : 'when-asked';
}
