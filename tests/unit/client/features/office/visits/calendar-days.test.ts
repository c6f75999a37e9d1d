import { describe, expect, it } from 'vitest';
import {
  daysOf,
  spanOf,
  stepFrom,
} from '../../../../../../src/client/features/office/visits/calendar-days.ts';
import { standingOf } from '../../../../../../src/client/features/office/visits/standing.ts';

describe('the calendar', () => {
  it('shows a month in whole weeks from Monday on', () => {
    // November 2026 begins on a Sunday and ends on a Monday.
    expect(spanOf('month', '2026-11-15')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(daysOf(spanOf('month', '2026-11-15'))).toHaveLength(42);
    // February 2027 begins on a Monday and has four weeks.
    expect(spanOf('month', '2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });

  it('shows a week whatever day of it is named, and four weeks as a list', () => {
    expect(spanOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(spanOf('list', '2026-11-29')).toEqual({ from: '2026-11-29', to: '2026-12-26' });
  });

  it('goes a month on from its last day without leaving one out', () => {
    expect(stepFrom('month', '2027-01-31', 1)).toBe('2027-02-01');
    expect(stepFrom('month', '2027-01-31', -1)).toBe('2026-12-01');
    expect(stepFrom('week', '2026-11-29', 1)).toBe('2026-12-06');
    expect(stepFrom('list', '2026-11-29', -1)).toBe('2026-11-01');
  });
});

describe('how a visit stands', () => {
  it('one whose day has passed without a word asks for a look', () => {
    const standing = (status: 'planned' | 'done' | 'cancelled', day: string) =>
      standingOf({ status, day }, '2026-11-25');
    expect(standing('planned', '2026-11-24')).toEqual({ words: 'overdue', sign: 'attention' });
    expect(standing('planned', '2026-11-25')).toEqual({ words: 'status.planned', sign: 'off' });
    expect(standing('done', '2026-11-24')).toEqual({ words: 'status.done', sign: 'good' });
    expect(standing('cancelled', '2026-11-24')).toEqual({ words: 'status.cancelled', sign: 'off' });
  });
});
