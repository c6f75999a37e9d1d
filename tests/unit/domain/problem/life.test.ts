import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterProblemAction,
  awaitsAnswer,
  isProblemActionPossible,
  ProblemAction,
  ProblemState,
} from '../../../../src/domain/problem/life.ts';

const action = fc.constantFrom(...ProblemAction.options);

it('nothing is ever closed that was not answered, and whatever is closed can be opened again', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      let state: ProblemState = 'sent';
      let answered = false;
      for (const one of actions) {
        const next = afterProblemAction(one, state);
        if (next === undefined) continue;
        state = next;
        answered ||= one === 'answer';
        if (state === 'closed') {
          expect(answered).toBe(true);
          expect(isProblemActionPossible('reopen', state)).toBe(true);
        }
      }
    }),
  );
});

it('somebody waits until there is an answer, and again after it was reopened', () => {
  const waiting = ProblemState.options.filter(awaitsAnswer);
  expect(waiting).toEqual(['sent', 'routed']);
  expect(afterProblemAction('reopen', 'closed')).toBe('routed');
});

it('an answer can be added to, a closed problem only after it was reopened', () => {
  expect(afterProblemAction('answer', 'answered')).toBe('answered');
  expect(afterProblemAction('answer', 'closed')).toBeUndefined();
  expect(afterProblemAction('route', 'answered')).toBeUndefined();
});
