/** What is done once a round was answered, beside the sending and never in its way. */
export interface Afterwards {
  /** Begins it, unless it is under way: the next answered round begins it again. */
  begin(): void;
  /** Resolves when nothing of it is under way. */
  settled(): Promise<void>;
}

export function createAfterwards(
  work: (() => Promise<void>) | undefined,
  onBug: (error: unknown) => void,
): Afterwards {
  let running: Promise<void> | undefined;
  return {
    begin() {
      if (work === undefined || running !== undefined) return;
      running = work()
        .catch(onBug)
        .finally(() => {
          running = undefined;
        });
    },
    settled: async () => await running,
  };
}
