/** An item whose fate is unknown, as the office is asked about it. */
export interface Doubtful {
  readonly id: string;
  readonly of: 'envelope' | 'attachment';
  /** SHA-256 of its sealed bytes. */
  readonly digest: string;
}

/**
 * What went up without an answer: the office may have it. It is asked about and not sent again before the office has said
 * what it has. In memory only: a sender that begins anew sends again, which the office answers with the same receipts (I3).
 */
export interface Doubts {
  add(items: readonly Doubtful[]): void;
  has(id: string): boolean;
  readonly size: number;
  /** The ones that have waited longest. */
  next(limit: number): readonly Doubtful[];
  /**
   * The office has answered about these. True when it is news of which something may follow at once: not so when one that
   * it did not have was in doubt before, and has to be sent a third time.
   */
  settle(asked: readonly Doubtful[], received: ReadonlySet<string>): boolean;
}

export function createDoubts(): Doubts {
  const open = new Map<string, Doubtful>();
  /** How often the office turned out not to have it. */
  const missed = new Map<string, number>();
  return {
    add: (items) => {
      for (const item of items) open.set(item.id, item);
    },
    has: (id) => open.has(id),
    get size() {
      return open.size;
    },
    next: (limit) => [...open.values()].slice(0, limit),
    settle(asked, received) {
      let isNews = false;
      for (const { id } of asked) {
        open.delete(id);
        if (received.has(id)) {
          missed.delete(id);
          isNews = true;
        } else {
          const times = (missed.get(id) ?? 0) + 1;
          missed.set(id, times);
          isNews ||= times === 1;
        }
      }
      return isNews;
    },
  };
}
