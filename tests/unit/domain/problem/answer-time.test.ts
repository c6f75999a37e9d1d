import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../../../../src/domain/calendar/working-days.ts';
import {
  answerDueAt,
  defaultAnswerTimes,
  isAnswerLate,
  mustEscalate,
} from '../../../../src/domain/problem/answer-time.ts';

const due = (since: string, priority: 'ordinary' | 'urgent') =>
  answerDueAt({ since, priority, times: defaultAnswerTimes, calendar: defaultCalendar });

describe('when an answer is due, with 3 working days and 8 working hours', () => {
  it.each([
    // Monday: Tuesday, Wednesday, Thursday.
    ['2026-11-16T10:00:00+07:00', 'ordinary', '2026-11-19T17:00:00+07:00'],
    // 24 November is a day off in 2026.
    ['2026-11-23T10:00:00+07:00', 'ordinary', '2026-11-27T17:00:00+07:00'],
    // Friday: the weekend does not count.
    ['2026-11-27T10:00:00+07:00', 'ordinary', '2026-12-02T17:00:00+07:00'],
    // Monday at ten: six hours are left of the day, two go over.
    ['2026-11-16T10:00:00+07:00', 'urgent', '2026-11-17T10:00:00+07:00'],
    // Sunday evening begins with Monday.
    ['2026-11-29T20:00:00+07:00', 'urgent', '2026-11-30T17:00:00+07:00'],
  ] as const)('%s, %s: %s', (since, priority, expected) => {
    expect(due(since, priority)).toBe(expected);
  });
});

describe('late', () => {
  const dueAt = '2026-11-26T17:00:00+07:00';

  it('at the minute it is not, a second after it is', () => {
    expect(isAnswerLate({ state: 'routed', dueAt }, '2026-11-26T10:00:00Z')).toBe(false);
    expect(isAnswerLate({ state: 'routed', dueAt }, '2026-11-26T10:00:01Z')).toBe(true);
  });

  it('what was answered is not late, however long it took', () => {
    for (const state of ['answered', 'closed'] as const)
      expect(isAnswerLate({ state, dueAt }, '2027-11-26T10:00:00Z')).toBe(false);
  });

  it('is escalated once', () => {
    const now = '2026-11-27T10:00:00Z';
    expect(mustEscalate({ state: 'sent', dueAt, escalatedAt: null }, now)).toBe(true);
    expect(mustEscalate({ state: 'sent', dueAt, escalatedAt: now }, now)).toBe(false);
  });
});
