import { createContext, useContext } from 'react';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { SaidAnswers } from '../../../answers/said-answers.ts';
import type { Draft } from '../../../storage/model.ts';
import type { InterviewStore } from './interview-store.ts';

/** What parts of an open interview share: its store, the draft as it stands now, and what follows from it. */
export interface OpenInterview {
  readonly store: InterviewStore;
  readonly draft: Draft;
  readonly evaluation: Evaluation;
}

/** With the answers in words, for questions whose sentences name them. */
export interface SpokenInterview extends OpenInterview {
  readonly said: SaidAnswers;
}

export const InterviewContext = createContext<SpokenInterview | undefined>(undefined);

export function useInterview(): SpokenInterview {
  const interview = useContext(InterviewContext);
  if (interview === undefined) throw new Error('no interview is open above this part');
  return interview;
}
