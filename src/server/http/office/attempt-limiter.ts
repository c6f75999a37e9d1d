import { secondsToWait, type Tries, type TryRule, triesNow } from '../../../domain/account/tries.ts';

/** How wrong passwords slow down further tries. Kept in memory: a restart forgives, see docs/decisions/0011. */
export interface AttemptLimiter {
  /**
   * Counts a try under each key before it is made, so that many at once do not slip through. Returns the seconds to
   * wait when one of the keys is used up (then nothing is counted), 0 when the try may go on.
   */
  begin(keys: readonly AttemptKey[]): number;
  /** The try was right: its keys start afresh. */
  succeeded(keys: readonly AttemptKey[]): void;
}

/** `free` tries within the window cost nothing; each one after that doubles the wait. */
export interface AttemptKey {
  readonly name: string;
  readonly free: number;
}

const WINDOW_SECONDS = 15 * 60;
const ruleOf = ({ free }: AttemptKey): TryRule => ({
  free,
  first: 30,
  longest: WINDOW_SECONDS,
  forgotten: WINDOW_SECONDS,
});
/** Beyond so many names at once the forgotten ones are swept out. */
const SWEEP_AT = 10_000;

export function createAttemptLimiter(clock: { now(): Date }): AttemptLimiter {
  const tries = new Map<string, Tries>();
  const seconds = () => clock.now().getTime() / 1000;

  return {
    begin(keys) {
      const now = seconds();
      const wait = Math.max(...keys.map((key) => secondsToWait(tries.get(key.name), ruleOf(key), now)));
      if (wait > 0) return wait;
      if (tries.size > SWEEP_AT) {
        for (const [name, { last }] of tries) if (now - last >= WINDOW_SECONDS) tries.delete(name);
      }
      for (const key of keys) {
        const count = triesNow(tries.get(key.name), ruleOf(key), now);
        tries.set(key.name, { count: count + 1, last: now });
      }
      return 0;
    },
    succeeded(keys) {
      for (const { name } of keys) tries.delete(name);
    },
  };
}
