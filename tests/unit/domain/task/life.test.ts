import { expect, it } from 'vitest';
import { afterOutcome, isTaskActionPossible, TaskStatus } from '../../../../src/domain/task/life.ts';

it.each([
  ['planned', 'done', 'done'],
  ['planned', 'not-met', 'not-met'],
  // A colleague went again and met them.
  ['not-met', 'done', 'done'],
  ['not-done', 'not-met', 'not-met'],
  // The office cancelled it while staff were on their way, without a signal.
  ['cancelled', 'done', 'done'],
  // A colleague's word that comes late does not undo what was made.
  ['done', 'not-met', 'done'],
] as const)('a visit that is %s and then heard to be %s is %s', (before, heard, after) => {
  expect(afterOutcome(before, heard)).toBe(after);
});

it('only what is still planned is changed or cancelled', () => {
  const possible = TaskStatus.options.filter(
    (status) => isTaskActionPossible('change', status) || isTaskActionPossible('cancel', status),
  );
  expect(possible).toEqual(['planned']);
});
