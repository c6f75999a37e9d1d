import { useEffect } from 'react';
import { readPreferences } from '../features/field/common/preferences.ts';
import { useFoundSession, useServices } from '../features/field/common/services.ts';
import { watchSignsOfLife } from '../features/field/common/signs-of-life.ts';

const LOOK_EVERY = 5000;

/** Locks when nobody has touched the tablet for the chosen time. Hidden counts as untouched, also across sleep. */
export function useAutoLock(): void {
  const { session, now } = useServices();
  const isUnlocked = useFoundSession() !== undefined;
  useEffect(() => {
    if (!isUnlocked) return;
    return watchSignsOfLife({
      every: LOOK_EVERY,
      now,
      onLook: (untouched) => {
        if (untouched >= readPreferences(localStorage).autoLockMinutes * 60_000) session.lock();
      },
    });
  }, [isUnlocked, session, now]);
}
