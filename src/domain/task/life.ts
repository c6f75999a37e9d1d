import * as z from 'zod';

/** Where a visit stands. `not-met`: nobody was there; `not-done`: for another reason, which the note gives. */
export const TaskStatus = z.enum(['planned', 'done', 'not-met', 'not-done', 'cancelled']);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** What became of a visit, by the word of somebody who went. */
export const TaskOutcome = TaskStatus.extract(['done', 'not-met', 'not-done']);
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** What the office can do to a planned visit. */
export const TaskAction = z.enum(['change', 'cancel']);
export type TaskAction = z.infer<typeof TaskAction>;

/** From which status each action begins: what somebody went for is not planned anew, another visit is. */
export const taskLife: Readonly<Record<TaskAction, readonly TaskStatus[]>> = {
  change: ['planned'],
  cancel: ['planned'],
};

export function isTaskActionPossible(action: TaskAction, status: TaskStatus): boolean {
  return taskLife[action].includes(status);
}

/**
 * Where a visit stands after a word from the field. Words come late and in any order: a visit that was made stays made,
 * whoever else found nobody there; and one that the office cancelled while staff were on their way was made all the same.
 */
export function afterOutcome(status: TaskStatus, outcome: TaskOutcome): TaskStatus {
  return status === 'done' ? 'done' : outcome;
}
