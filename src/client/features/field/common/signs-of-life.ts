const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const;

interface Watch {
  /** Milliseconds between two looks at the clock; the page coming back into view is looked at at once. */
  readonly every: number;
  readonly now: () => Date;
  /** Somebody touched the tablet. */
  readonly onTouch?: () => void;
  /** Milliseconds since somebody did; counted by the clock, so also across sleep. */
  readonly onLook: (untouched: number) => void;
}

/** Watches whether anybody is there. Returns "stop watching". */
export function watchSignsOfLife({ every, now, onTouch, onLook }: Watch): () => void {
  let lastTouch = now().getTime();
  const touched = () => {
    lastTouch = now().getTime();
    onTouch?.();
  };
  const look = () => onLook(now().getTime() - lastTouch);
  const timer = setInterval(look, every);
  for (const sign of signs) document.addEventListener(sign, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    for (const sign of signs) document.removeEventListener(sign, touched, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
