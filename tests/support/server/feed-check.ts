/** What one reader of a feed got wrong, beside what was committed. */
export interface FeedFaults {
  /** Committed and never read. */
  readonly missed: readonly number[];
  readonly twice: readonly number[];
  /** Read after a later one. */
  readonly outOfOrder: readonly number[];
  /** Read though nobody committed it. */
  readonly invented: readonly number[];
}

/** Compares what a reader saw, in the order it saw it, with what all writers committed. */
export function checkFeed(seen: readonly number[], committed: ReadonlySet<number>): FeedFaults {
  const known = new Set(seen);
  return {
    missed: [...committed].filter((cursor) => !known.has(cursor)),
    twice: seen.filter((cursor, index) => seen.indexOf(cursor) !== index),
    outOfOrder: seen.filter((cursor, index) => index > 0 && cursor < (seen[index - 1] ?? 0)),
    invented: seen.filter((cursor) => !committed.has(cursor)),
  };
}

export const NO_FAULTS: FeedFaults = { missed: [], twice: [], outOfOrder: [], invented: [] };
