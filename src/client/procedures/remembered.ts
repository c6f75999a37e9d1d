/** What was read once, by a key: at hand without waiting from then on, and read again behind the scenes. */
export interface Remembered<T> {
  /** The same promise for the same key until it is renewed; a failure stands too, or a screen would ask for ever. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  /** Reads again what matches; the old value stands until the new one is there, then listeners hear of it. */
  renew(matches?: (value: T) => boolean): Promise<void>;
  subscribe(listener: () => void): () => void;
}

interface Entry<T> {
  readonly read: () => Promise<T>;
  readonly promise: Promise<T>;
  /** In a box, because undefined may be a value. */
  settled?: { readonly value: T };
}

export function createRemembered<T>(): Remembered<T> {
  const entries = new Map<string, Entry<T>>();
  const listeners = new Set<() => void>();
  return {
    get(key, read) {
      const known = entries.get(key);
      if (known !== undefined) return known.promise;
      const entry: Entry<T> = { read, promise: read() };
      entries.set(key, entry);
      entry.promise.then(
        (value) => {
          entry.settled = { value };
          void markFulfilled(entry.promise, value);
        },
        // Said to whoever waits for the promise.
        () => undefined,
      );
      return entry.promise;
    },
    async renew(matches = () => true) {
      let isNew = false;
      for (const [key, { read, settled }] of entries) {
        if (settled === undefined || !matches(settled.value)) continue;
        const value = await read();
        const promise = markFulfilled(Promise.resolve(value), value);
        entries.set(key, { read, promise, settled: { value } });
        isNew = true;
      }
      if (isNew) for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** React's `use` reads this mark, and does not suspend for what is there: no screen blinks for news behind the scenes. */
export function markFulfilled<T>(promise: Promise<T>, value: T): Promise<T> {
  return Object.assign(promise, { status: 'fulfilled', value });
}
