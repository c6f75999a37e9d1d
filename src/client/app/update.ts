import type { WorkSign } from './work-sign.ts';

/** A tablet may stay on for days: the server is asked for a newer version this often, in milliseconds. */
const CHECK_EVERY = 60 * 60_000;
/** Hints of the browser (back online, back in view) ask no more often than this; "nothing new" is an answer of a few bytes. */
const HINTS_EVERY = 60_000;
/** A worker that does not take over within this time has been asked in vain; the window may be worked in again. */
const TAKE_OVER_WITHIN = 10_000;

/** What came of asking for a newer version. */
export type CheckOutcome = 'waiting' | 'none' | 'unreachable';

/** A newer version of the app that is ready and waits for its moment. */
export interface WaitingUpdate {
  readonly isWaiting: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the new version and loads every window anew, unless somebody works in one of them. */
  readonly take: () => Promise<'done' | 'somebody-works'>;
  /** Asks the server now. */
  readonly check: () => Promise<CheckOutcome>;
}

/** Registers the service worker, so that the app starts without a network; tells when a newer version waits (I9). */
export function registerServiceWorker(work: WorkSign): WaitingUpdate {
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | undefined;
  let waiting = false;
  const look = () => {
    // The very first worker stands in the same place for a moment before it begins: nothing is newer than it.
    if (waiting || !registration?.waiting || !registration.active) return;
    waiting = true;
    for (const listener of [...listeners]) listener();
  };
  const check = async () => await checkFor(registration);
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    reloadWithNewWorker();
    askNowAndThen(() => void check());
    void navigator.serviceWorker.register('/sw.js').then(
      (registered) => {
        registration = registered;
        look();
        registered.addEventListener('updatefound', () => {
          if (registered.installing) void settled(registered.installing).then(look);
        });
      },
      // Refused by the browser or out of reach: the app works all the same, and the next load tries again.
      () => {},
    );
  }
  return {
    isWaiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: () =>
      work.whileNobodyWorks(async () => {
        const late = new Promise<void>((resolve) => setTimeout(resolve, TAKE_OVER_WITHIN));
        const taken = new Promise<void>((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
        });
        registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
        await Promise.race([taken, late]);
        // A first visit runs without a worker, so none takes over: loading it anew is what brings the new version.
        if (navigator.serviceWorker.controller === null) location.reload();
      }),
    check,
  };
}

async function checkFor(registration: ServiceWorkerRegistration | undefined): Promise<CheckOutcome> {
  if (registration === undefined) return 'unreachable';
  try {
    await registration.update();
  } catch {
    return 'unreachable';
  }
  if (registration.installing) await settled(registration.installing);
  return registration.waiting ? 'waiting' : 'none';
}

/** Until all files of the new version are on the tablet, or it is clear that they will not be. */
async function settled(worker: ServiceWorker): Promise<void> {
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installing') resolve();
    });
  });
}

/** One window never runs on the files of two versions: where a worker takes over, the window starts anew with it. */
function reloadWithNewWorker(): void {
  if (navigator.serviceWorker.controller === null) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
}

function askNowAndThen(ask: () => void): void {
  let askedAt = Number.NEGATIVE_INFINITY;
  const hint = () => {
    if (performance.now() - askedAt < HINTS_EVERY) return;
    askedAt = performance.now();
    ask();
  };
  setInterval(ask, CHECK_EVERY);
  addEventListener('online', hint);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hint();
  });
}
