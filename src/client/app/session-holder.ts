import type { Session, SessionHolder } from '../features/field/common/services.ts';

/** How long a lock waits for the last keystrokes to reach the disk before the keys go. */
const SAVE_TIMEOUT = 3000;

/** Holds the one unlocked session. Screens go at once when it locks; the keys go when their last words are saved. */
export function createSessionHolder(): SessionHolder {
  let current: Session | undefined;
  let lastStaffId: string | undefined;
  const listeners = new Set<() => void>();
  const savers = new Set<() => Promise<unknown>>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    find: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastStaffId: () => lastStaffId,
    beforeLock: (save) => {
      savers.add(save);
      return () => savers.delete(save);
    },
    unlock: (session) => {
      current = session;
      lastStaffId = session.vault.staffId;
      tell();
    },
    lock: () => {
      const locked = current;
      if (locked === undefined) return;
      const saved = Promise.allSettled([...savers].map((save) => save()));
      current = undefined;
      tell();
      const late = new Promise((resolve) => setTimeout(resolve, SAVE_TIMEOUT));
      void Promise.race([saved, late]).then(() => locked.vault.close());
    },
  };
}
