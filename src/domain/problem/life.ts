import * as z from 'zod';

/** Where a problem stands. `sent`: nobody has been given it; `routed`: a department or a person has it. */
export const ProblemState = z.enum(['sent', 'routed', 'answered', 'closed']);
export type ProblemState = z.infer<typeof ProblemState>;

/** How soon an answer is wished: the office says it, not who reports. */
export const ProblemPriority = z.enum(['ordinary', 'urgent']);
export type ProblemPriority = z.infer<typeof ProblemPriority>;

/** What the office can do to a problem. */
export const ProblemAction = z.enum(['route', 'take', 'answer', 'close', 'reopen']);
export type ProblemAction = z.infer<typeof ProblemAction>;

export interface ProblemActionFacts {
  readonly from: readonly ProblemState[];
  readonly to: ProblemState;
  /** `office`: the one-stop office and who leads it; `either`: the department that has it, too. */
  readonly who: 'office' | 'either';
}

/** The life of a problem: nothing is closed that was not answered, and a closed one can be opened again. */
export const problemLife: Readonly<Record<ProblemAction, ProblemActionFacts>> = {
  route: { from: ['sent', 'routed'], to: 'routed', who: 'office' },
  take: { from: ['sent', 'routed'], to: 'routed', who: 'either' },
  answer: { from: ['sent', 'routed', 'answered'], to: 'answered', who: 'either' },
  close: { from: ['answered'], to: 'closed', who: 'office' },
  reopen: { from: ['answered', 'closed'], to: 'routed', who: 'office' },
};

export function isProblemActionPossible(action: ProblemAction, state: ProblemState): boolean {
  return problemLife[action].from.includes(state);
}

/** Where a problem stands after the action; undefined where it cannot be taken. */
export function afterProblemAction(action: ProblemAction, state: ProblemState): ProblemState | undefined {
  return isProblemActionPossible(action, state) ? problemLife[action].to : undefined;
}

/** Somebody still waits for an answer. */
export function awaitsAnswer(state: ProblemState): boolean {
  return state === 'sent' || state === 'routed';
}
