import type { PlannedVisit } from '../../../../contract/operations/tasks.ts';

/** How a visit stands for somebody who looks on the day `today`: one whose day has passed without a word needs a look. */
export function standingOf(
  visit: Pick<PlannedVisit, 'status' | 'day'>,
  today: string,
): { readonly words: string; readonly sign: 'off' | 'good' | 'attention' } {
  if (visit.status === 'planned')
    return visit.day < today
      ? { words: 'overdue', sign: 'attention' }
      : { words: 'status.planned', sign: 'off' };
  return {
    words: `status.${visit.status}`,
    sign: visit.status === 'done' ? 'good' : visit.status === 'cancelled' ? 'off' : 'attention',
  };
}
