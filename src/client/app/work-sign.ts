/** Held shared by every window in which somebody works, and alone by the one that brings a new version. */
const LOCK_NAME = 've-ban-working';

/** Tells the other windows of this browser that somebody works here; a closed window has stopped telling. */
export interface WorkSign {
  /** From now until the returned function is called. */
  readonly begin: () => () => void;
  /** Runs `work` while nobody works in any window; nobody begins before it ends. */
  readonly whileNobodyWorks: (work: () => Promise<void>) => Promise<'done' | 'somebody-works'>;
}

export function createWorkSign(locks: Pick<LockManager, 'request'>): WorkSign {
  return {
    begin: () => {
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      void locks.request(LOCK_NAME, { mode: 'shared' }, () => ended);
      return end;
    },
    whileNobodyWorks: async (work) =>
      await locks.request(LOCK_NAME, { ifAvailable: true }, async (lock) => {
        if (lock === null) return 'somebody-works';
        await work();
        return 'done';
      }),
  };
}
