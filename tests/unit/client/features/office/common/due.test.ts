import { describe, expect, it } from 'vitest';
import { pressingOf } from '../../../../../../src/client/features/office/common/due.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

describe('how pressing a date of result is', () => {
  it.each([
    ['2026-11-20', { kind: 'late', days: 3 }],
    ['2026-11-23', { kind: 'today' }],
    ['2026-11-24', { kind: 'tomorrow' }],
    ['2026-12-01', { kind: 'later', date: '2026-12-01' }],
    [null, { kind: 'not-counted' }],
  ])('of a dossier that is worked on and due %s', (dueDate, expected) => {
    expect(pressingOf({ status: 'in-progress', dueDate }, '2026-11-23')).toEqual(expected);
  });

  it('is late only where time runs: not while the citizen is asked, and never once it is over', () => {
    const dueDate = '2026-11-20';
    const late = DossierStatus.options.filter(
      (status) => pressingOf({ status, dueDate }, '2026-11-23').kind === 'late',
    );
    expect(late).toEqual(['accepted', 'in-progress']);
    for (const status of ['supplement-requested', 'payment-requested'] as const)
      expect(pressingOf({ status, dueDate }, '2026-11-23')).toEqual({ kind: 'paused' });
    for (const status of ['refused', 'withdrawn', 'stopped', 'done', 'returned'] as const)
      expect(pressingOf({ status, dueDate }, '2026-11-23')).toEqual({ kind: 'ended', status });
  });

  it('says nothing of a pause where no time ever ran', () => {
    const before = { status: 'supplement-requested', dueDate: null } as const;
    expect(pressingOf(before, '2026-11-23')).toEqual({ kind: 'not-counted' });
  });
});
