import type { SenderLock, Timer } from './ports.ts';

const LOCK_NAME = 've-ban-sender';
/** Tag under which the service worker is asked to send when the browser thinks the network is back. */
export const SYNC_TAG = 'outbox';

/** Milliseconds between two looks at who has the lock that somebody waits for. */
const LOOK_EVERY = 10_000;

/**
 * One sender across tabs and the service worker, by Web Locks. A lock that nobody holds and nobody is given (a page that
 * went away in the wrong moment can leave one so) is taken: at worst two send the same envelope, which the server answers
 * with the same receipt (I3). Where a browser has no locks, one sender per page.
 */
export function createSenderLock(locks: LockManager | undefined, timers: Timer = browserTimer): SenderLock {
  if (locks !== undefined) return { run: (work) => runLocked(locks, timers, work) };
  let last: Promise<void> = Promise.resolve();
  return {
    run: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

async function runLocked(locks: LockManager, timers: Timer, work: () => Promise<void>): Promise<void> {
  const waiting = new AbortController();
  let mine = false;
  let stopLooking = () => {};
  const look = () => {
    stopLooking = timers(LOOK_EVERY, async () => {
      const isHeld = (await locks.query()).held?.some(({ name }) => name === LOCK_NAME) === true;
      if (mine) return;
      if (isHeld) look();
      else waiting.abort();
    });
  };
  look();
  const begin = async () => {
    mine = true;
    stopLooking();
    await work();
  };
  try {
    await locks.request(LOCK_NAME, { signal: waiting.signal }, begin);
  } catch (error) {
    if (mine || !waiting.signal.aborted) throw error;
    await locks.request(LOCK_NAME, { steal: true }, begin);
  }
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
