import { askToKeepStorage } from './keep-storage.ts';

/** Chromium's way of letting a page offer "install this app"; other browsers have none. */
interface InstallPromptEvent extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

let offered: InstallPromptEvent | undefined;
const listeners = new Set<() => void>();

/**
 * Keeps the browser's offer until a person asks for it, and asks the browser to keep the storage once the app is
 * installed: then it says yes. Call once, early: the browser offers only once.
 */
export function keepInstallPrompt(page: Pick<Window, 'addEventListener' | 'matchMedia'>): void {
  page.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return;
    event.preventDefault();
    offered = event;
    for (const listener of listeners) listener();
  });
  page.addEventListener('appinstalled', () => void askToKeepStorage(navigator.storage));
  // Opened from the home screen, and the answer was once no: asked again, which is silent there.
  if (isInstalled(page)) void askToKeepStorage(navigator.storage);
}

export const installPrompt = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isOffered: () => offered !== undefined,
  /** Shows the browser's own question; an offer serves once. */
  ask: async (): Promise<'accepted' | 'dismissed' | 'not-offered'> => {
    const event = offered;
    offered = undefined;
    for (const listener of listeners) listener();
    return event === undefined ? 'not-offered' : (await event.prompt()).outcome;
  },
};

/** Whether the app already runs in its own window, from the home screen. */
export function isInstalled(page: Pick<Window, 'matchMedia'>): boolean {
  return page.matchMedia('(display-mode: standalone)').matches;
}

function isInstallPrompt(event: Event): event is InstallPromptEvent {
  return 'prompt' in event;
}
