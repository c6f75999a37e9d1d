import { useEffect, useRef, useState } from 'react';
import { useServices } from '../common/services.ts';
import { watchSignsOfLife } from '../common/signs-of-life.ts';

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
    let isGone = false;
    return watchSignsOfLife({
      every: LOOK_EVERY,
      now,
      onTouch: () => setLeft(undefined),
      onLook: (untouched) => {
        const rest = Math.ceil(after + warning - untouched / 1000);
        if (rest <= 0 && !isGone) {
          isGone = true;
          gone.current();
        }
        setLeft(rest <= warning ? Math.max(0, rest) : undefined);
      },
    });
  }, [after, warning, now]);
  return left;
}
