import { useEffect, useRef, useState } from 'react';
import { useServices } from '../common/services.ts';

const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const;
const LOOK_EVERY = 1000;

interface LeftAlone {
  /** Seconds without a touch before it is said that time is running. */
  readonly after: number;
  /** Seconds from then on until `onGone`; any touch stops it. */
  readonly warning: number;
  readonly onGone: () => void;
}

/** Seconds that are left, counted down; undefined while somebody is there. Counts by the clock, so also across sleep. */
export function useLeftAlone({ after, warning, onGone }: LeftAlone): number | undefined {
  const { now } = useServices();
  const [left, setLeft] = useState<number>();
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    let lastTouch = now().getTime();
    let isGone = false;
    const touched = () => {
      lastTouch = now().getTime();
      setLeft(undefined);
    };
    const look = () => {
      const rest = Math.ceil(after + warning - (now().getTime() - lastTouch) / 1000);
      if (rest <= 0 && !isGone) {
        isGone = true;
        gone.current();
      }
      setLeft(rest <= warning ? Math.max(0, rest) : undefined);
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
  }, [after, warning, now]);
  return left;
}
