/** What the browser says of the network the tablet is on. A hint: being online means that the office answered. */
export interface NetworkHint {
  /** Whether this browser ever says: without it "only on Wi-Fi" would be an empty promise, and is not offered. */
  readonly tells: boolean;
  /** Undefined where the browser does not say. */
  readonly isMetered: () => boolean | undefined;
  /** Returns "stop listening". */
  readonly onChange: (listener: () => void) => () => void;
}

/**
 * By the Network Information API: Chrome on Android and ChromeOS tells the type; elsewhere there is no API, or it tells
 * the speed only. Speed is no hint: slow Wi-Fi exists, and so does fast mobile data.
 */
export function readNetworkHint(navigator: object): NetworkHint {
  const connection = 'connection' in navigator ? navigator.connection : undefined;
  if (!isConnection(connection))
    return { tells: false, isMetered: () => undefined, onChange: () => () => {} };
  return {
    tells: true,
    isMetered: () => METERED.get(connection.type),
    onChange: (listener) => {
      connection.addEventListener('change', listener);
      return () => connection.removeEventListener('change', listener);
    },
  };
}

/**
 * For the service worker, where nobody is there to read why nothing goes, and pages send what it leaves: a network that is
 * not known to be free counts as one that costs. Without the wish for Wi-Fi it changes nothing.
 */
export function whereNobodyReads(hint: NetworkHint): NetworkHint {
  return { ...hint, isMetered: () => hint.isMetered() ?? true };
}

/** Types not named here say nothing about cost. */
const METERED: ReadonlyMap<unknown, boolean> = new Map([
  ['cellular', true],
  ['wimax', true],
  ['bluetooth', true],
  ['wifi', false],
  ['ethernet', false],
]);

function isConnection(value: unknown): value is EventTarget & { readonly type: unknown } {
  return value instanceof EventTarget && 'type' in value;
}
