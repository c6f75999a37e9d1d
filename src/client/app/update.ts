import { Workbox } from 'workbox-window';

/** A newer version of the app that is ready and waits for its moment. */
export interface WaitingUpdate {
  readonly isWaiting: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the new version and loads the page anew. */
  readonly take: () => void;
}

/** Registers the service worker, so that the app starts without a network; tells when a newer version waits (I9). */
export function registerServiceWorker(): WaitingUpdate {
  let waiting = false;
  const listeners = new Set<() => void>();
  const supported = 'serviceWorker' in navigator && import.meta.env.PROD;
  const workbox = supported ? new Workbox('/sw.js') : undefined;
  workbox?.addEventListener('waiting', () => {
    waiting = true;
    for (const listener of [...listeners]) listener();
  });
  void workbox?.register();
  return {
    isWaiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: () => {
      workbox?.addEventListener('controlling', () => location.reload());
      workbox?.messageSkipWaiting();
    },
  };
}
