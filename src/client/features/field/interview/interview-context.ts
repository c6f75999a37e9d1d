import { createContext, useContext } from 'react';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { Draft } from '../../../storage/model.ts';
import type { InterviewStore } from './interview-store.ts';

/** What parts of an open interview share: its store, the draft as it stands now, and what follows from it. */
export interface OpenInterview {
  readonly store: InterviewStore;
  readonly draft: Draft;
  readonly evaluation: Evaluation;
}

export const InterviewContext = createContext<OpenInterview | undefined>(undefined);

export function useInterview(): OpenInterview {
  const interview = useContext(InterviewContext);
  if (interview === undefined) throw new Error('no interview is open above this part');
  return interview;
}
