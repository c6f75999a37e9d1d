import { describe, expect, it } from 'vitest';
import { sortVisits, visitHere } from '../../../../../../src/client/features/field/work/visit/visit-days.ts';
import type { Visit } from '../../../../../../src/contract/operations/field-work.ts';
import type { VisitReport } from '../../../../../../src/contract/up/report.ts';
import { sampleReport } from '../../../../../support/seal/samples.ts';

const visit = (id: string, changes: Partial<Visit> = {}): Visit => ({
  id,
  day: '2026-11-25',
  village: 'bản Đôn',
  households: [],
  note: '',
  colleagues: [],
  status: 'planned',
  ...changes,
});
const word = (taskId: string, outcome: VisitReport['outcome'], at = '2026-11-25T03:00:00Z'): VisitReport => {
  const { assistedBy, attachments } = sampleReport();
  return { kind: 'visit', id: `r-${taskId}-${at}`, taskId, outcome, note: '', attachments, assistedBy, at };
};

describe('visits on the tablet', () => {
  it('are told by day: left behind, today, coming, over', () => {
    const all = [
      visit('coming', { day: '2026-11-26' }),
      visit('left', { day: '2026-11-20' }),
      visit('today'),
      visit('cancelled', { status: 'cancelled' }),
      visit('older', { day: '2026-11-10', status: 'done' }),
    ];
    const days = sortVisits(all, [], '2026-11-25');
    const ids = (of: 'left' | 'today' | 'coming' | 'over') => days[of].map((one) => one.visit.id);
    expect([ids('left'), ids('today'), ids('coming'), ids('over')]).toEqual([
      ['left'],
      ['today'],
      ['coming'],
      ['cancelled', 'older'],
    ]);
  });

  it('one that was reported here is over, though the office has not heard of it', () => {
    const days = sortVisits([visit('a')], [word('a', 'not-met')], '2026-11-25');
    expect(days.today).toEqual([]);
    expect(days.over.map(({ status }) => status)).toEqual(['not-met']);
  });

  it('reports are taken in the order in which they were made; what is done stays done', () => {
    const later = word('a', 'done', '2026-11-26T03:00:00Z');
    expect(visitHere(visit('a'), [later, word('a', 'not-met')]).status).toBe('done');
    const after = word('a', 'not-done', '2026-11-27T03:00:00Z');
    expect(visitHere(visit('a'), [after, later]).status).toBe('done');
    expect(visitHere(visit('a'), [word('b', 'done')]).status).toBe('planned');
  });
});
