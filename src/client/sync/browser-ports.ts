import type { SenderLock, Timer } from './ports.ts';

const LOCK_NAME = 've-ban-sender';
/** Tag under which the service worker is asked to send when the browser thinks the network is back. */
export const SYNC_TAG = 'outbox';

/**
 * One sender across tabs and the service worker, by Web Locks. Where a browser has none, one per page: two tabs may then
 * send the same envelope twice, which the server answers with the same receipt (I3).
 */
export function createSenderLock(locks: LockManager | undefined): SenderLock {
  if (locks !== undefined) return { run: (work) => locks.request(LOCK_NAME, work) };
  let last: Promise<void> = Promise.resolve();
  return {
    run: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

/** Timers of the page or worker. */
export const browserTimer: Timer = (delay, call) => {
  const id = setTimeout(call, delay);
  return () => clearTimeout(id);
};

/** Random bytes of the platform. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
