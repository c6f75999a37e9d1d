/** A signal to hand to `fetch`, and the duty to let it go when the work has ended. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Whether the time ran out, and nobody else ended it before. */
  readonly isOver: () => boolean;
  readonly end: () => void;
}

/**
 * Aborts when one of `others` does, or after `milliseconds`. Written out because tablets with Chrome older than 116
 * have no `AbortSignal.any`, and those older than 103 no `AbortSignal.timeout`.
 */
export function bePatient(milliseconds: number, others: readonly AbortSignal[]): Patience {
  const own = new AbortController();
  let ranOut = false;
  const abort = () => own.abort();
  const timer = setTimeout(() => {
    ranOut = !own.signal.aborted;
    abort();
  }, milliseconds);
  for (const other of others) {
    if (other.aborted) abort();
    else other.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: own.signal,
    isOver: () => ranOut,
    end: () => {
      clearTimeout(timer);
      for (const other of others) other.removeEventListener('abort', abort);
    },
  };
}
