import type { Services } from '../features/field/common/services.ts';
import type { Storage } from '../storage/storage.ts';

/** Counts committed changes, so that screens can subscribe to "something changed" as to a number. */
export function countChanges(storage: Pick<Storage, 'onChange'>): Services['changes'] {
  let version = 0;
  const listeners = new Set<() => void>();
  storage.onChange(() => {
    version += 1;
    for (const listener of [...listeners]) listener();
  });
  return {
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
