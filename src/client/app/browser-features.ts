export type MissingFeature = 'insecure' | 'old-browser';

/** What this app cannot do without. WebCrypto and service workers exist only over HTTPS (or on this same machine). */
export function findMissingFeature(browser: typeof globalThis): MissingFeature | undefined {
  if (!browser.isSecureContext) return 'insecure';
  const hasAll =
    browser.indexedDB !== undefined &&
    browser.crypto?.subtle !== undefined &&
    browser.navigator.locks !== undefined &&
    'OffscreenCanvas' in browser &&
    'BroadcastChannel' in browser;
  return hasAll ? undefined : 'old-browser';
}
