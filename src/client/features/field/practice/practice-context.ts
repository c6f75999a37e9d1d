import { createContext, useContext } from 'react';
import type { Lesson } from './lesson/lesson.ts';

/** What the screens of the practice ground know that those of the real app do not. */
export interface Practice {
  /** The member of staff who practises, by their own name. */
  readonly learner: string;
  readonly lesson: Lesson;
  /** `off` until somebody begins the lesson; put aside it stays as far as it came. */
  readonly view: 'off' | 'open' | 'aside';
  readonly setView: (view: Practice['view']) => void;
  /** The learner told the status words apart. */
  readonly knowsWords: () => void;
  /** Everything anew: another family, nothing done. */
  readonly reset: () => void;
  /** Back to the lock; everything practised is forgotten. */
  readonly leave: () => void;
}

export const PracticeContext = createContext<Practice | undefined>(undefined);

export function usePractice(): Practice {
  const practice = useContext(PracticeContext);
  if (practice === undefined) throw new Error('this screen belongs to the practice ground');
  return practice;
}
