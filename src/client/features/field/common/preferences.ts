import * as z from 'zod';

/** Choices about this tablet, not about any person; readable while locked, so kept in local storage. */
export interface Preferences {
  /** Minutes without a touch before the tablet locks itself. */
  readonly autoLockMinutes: number;
}

export const autoLockChoices = [1, 2, 5, 10] as const;

const PREFERENCES_KEY = 've-ban-preferences';
const defaults: Preferences = { autoLockMinutes: 5 };
const PreferencesSchema = z.object({ autoLockMinutes: z.union(autoLockChoices.map((m) => z.literal(m))) });

export function readPreferences(store: Pick<globalThis.Storage, 'getItem'>): Preferences {
  const kept = store.getItem(PREFERENCES_KEY);
  if (kept === null) return defaults;
  try {
    const parsed = PreferencesSchema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : defaults;
  } catch {
    return defaults;
  }
}

export function writePreferences(store: Pick<globalThis.Storage, 'setItem'>, preferences: Preferences): void {
  store.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
}
