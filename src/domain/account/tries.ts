/** How many wrong tries there were under one name, and when the last one was (seconds since 1970). */
export interface Tries {
  readonly count: number;
  readonly last: number;
}

/** `free` tries cost nothing; each one after that doubles the wait, up to `longest`; after `forgotten` all is forgotten. */
export interface TryRule {
  readonly free: number;
  /** Seconds, all three. */
  readonly first: number;
  readonly longest: number;
  readonly forgotten: number;
}

/** The tries that still count at this moment. */
export function triesNow(tries: Tries | undefined, rule: TryRule, now: number): number {
  return tries === undefined || now - tries.last >= rule.forgotten ? 0 : tries.count;
}

/** Seconds until another try may be made; 0 when it may be made now. */
export function secondsToWait(tries: Tries | undefined, rule: TryRule, now: number): number {
  const count = triesNow(tries, rule, now);
  if (tries === undefined || count < rule.free) return 0;
  const wait = Math.min(rule.first * 2 ** (count - rule.free), rule.longest);
  return Math.max(0, Math.ceil(tries.last + wait - now));
}
