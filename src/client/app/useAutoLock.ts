import { useEffect } from 'react';
import { readPreferences } from '../features/field/common/preferences.ts';
import { useFoundSession, useServices } from '../features/field/common/services.ts';

const LOOK_EVERY = 5000;
const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/** Locks when nobody has touched the tablet for the chosen time. Hidden counts as untouched, also across sleep. */
export function useAutoLock(): void {
  const { session, now } = useServices();
  const isUnlocked = useFoundSession() !== undefined;
  useEffect(() => {
    if (!isUnlocked) return;
    let lastTouch = now().getTime();
    const touched = () => {
      lastTouch = now().getTime();
    };
    const look = () => {
      const limit = readPreferences(localStorage).autoLockMinutes * 60_000;
      if (now().getTime() - lastTouch >= limit) session.lock();
    };
    const timer = setInterval(look, LOOK_EVERY);
    for (const sign of signsOfLife)
      document.addEventListener(sign, touched, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) document.removeEventListener(sign, touched, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [isUnlocked, session, now]);
}
