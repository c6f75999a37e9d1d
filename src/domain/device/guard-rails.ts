/*
 * What a tablet does before it runs into trouble: it says so early, and then takes up no *new* dossier. Finishing,
 * sending and going on with what was begun are never held: they are what makes the trouble smaller.
 */

/** When to speak and when to hold. A commune may set its own; `defaultGuard` is ours (docs/decisions/0018). */
export interface GuardThresholds {
  /** Bytes that the browser still gives this app; below `warn` the tablet speaks, below `hold` it begins nothing new. */
  readonly freeBytes: { readonly warn: number; readonly hold: number };
  /** Full days that the oldest unsent submission has waited; from `warn` on it speaks, from `hold` on it begins nothing new. */
  readonly unsentDays: { readonly warn: number; readonly hold: number };
  /**
   * The same where the browser may clear the storage by itself: full days that unsent work may wait there. 0 means that
   * nothing new is begun at all until the browser has promised to keep it.
   */
  readonly notKeptDays: number;
}

export interface GuardFacts {
  /** Undefined where the browser does not say. */
  readonly freeBytes: number | undefined;
  /** The last write found no space. */
  readonly isFull: boolean;
  /** Whether only a person can clear the storage; undefined where the browser does not say. */
  readonly isKept: boolean | undefined;
  /** Milliseconds since the oldest unsent submission was finished; undefined when nothing waits. */
  readonly oldestUnsent: number | undefined;
}

export type GuardReason = 'space' | 'not-kept' | 'unsent';

export type GuardVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'warn'; readonly reasons: readonly GuardReason[] }
  /** `reasons`: those that hold; `warnings`: what else is to be said. */
  | {
      readonly kind: 'hold-new';
      readonly reasons: readonly GuardReason[];
      readonly warnings: readonly GuardReason[];
    };

const DAY = 24 * 60 * 60 * 1000;
const ORDER: readonly GuardReason[] = ['space', 'unsent', 'not-kept'];

/** Whether new dossiers may be begun, and what to say. Anything else a person does on the tablet is not its business. */
export function judgeGuard(facts: GuardFacts, limits: GuardThresholds): GuardVerdict {
  const levels = {
    space: spaceLevel(facts, limits),
    unsent: unsentLevel(facts, limits),
    'not-kept': notKeptLevel(facts, limits),
  } as const satisfies Record<GuardReason, Level>;
  const reasons = ORDER.filter((reason) => levels[reason] === 'hold');
  const warnings = ORDER.filter((reason) => levels[reason] === 'warn');
  if (reasons.length > 0) return { kind: 'hold-new', reasons, warnings };
  return warnings.length > 0 ? { kind: 'warn', reasons: warnings } : { kind: 'fine' };
}

type Level = 'fine' | 'warn' | 'hold';

function spaceLevel({ freeBytes, isFull }: GuardFacts, limits: GuardThresholds): Level {
  if (isFull) return 'hold';
  if (freeBytes === undefined) return 'fine';
  if (freeBytes < limits.freeBytes.hold) return 'hold';
  return freeBytes < limits.freeBytes.warn ? 'warn' : 'fine';
}

function unsentLevel({ oldestUnsent }: GuardFacts, { unsentDays }: GuardThresholds): Level {
  if (oldestUnsent === undefined) return 'fine';
  if (oldestUnsent >= unsentDays.hold * DAY) return 'hold';
  return oldestUnsent >= unsentDays.warn * DAY ? 'warn' : 'fine';
}

function notKeptLevel({ isKept, oldestUnsent }: GuardFacts, { notKeptDays }: GuardThresholds): Level {
  if (isKept !== false) return 'fine';
  if (notKeptDays === 0) return 'hold';
  return oldestUnsent !== undefined && oldestUnsent >= notKeptDays * DAY ? 'hold' : 'warn';
}
