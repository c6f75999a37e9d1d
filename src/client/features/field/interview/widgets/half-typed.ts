import { createContext, useContext, useState } from 'react';

/**
 * What was typed and is not an answer yet (a day without its year), by question. It lives as long as the interview is
 * open, so that going back and forth loses none of it; it is never stored, because nothing can be said of it.
 */
export const HalfTyped = createContext<Map<string, string>>(new Map());

/** Like `useState` for one text box of one question, surviving a walk to another question and back. */
export function useHalfTyped(box: string, initial: string): readonly [string, (typed: string) => void] {
  const kept = useContext(HalfTyped);
  const [typed, setTyped] = useState(() => kept.get(box) ?? initial);
  return [
    typed,
    (next) => {
      kept.set(box, next);
      setTyped(next);
    },
  ];
}
