import { describe, expect, it } from 'vitest';
import { problemsHere } from '../../../../../../src/client/features/field/work/problem/problem-standing.ts';
import type { ProblemWork } from '../../../../../../src/contract/operations/field-work.ts';
import { sampleReport } from '../../../../../support/seal/samples.ts';

const now = new Date('2026-11-28T02:00:00Z');
const report = (id: string, at = '2026-11-27T02:00:00Z') => sampleReport({ id, at });
const answered = (id: string, answers = 1): ProblemWork => ({
  id,
  about: null,
  state: 'answered',
  departmentName: null,
  dueDate: null,
  answers: Array.from({ length: answers }, (_, at) => ({
    at: `2026-11-27T0${at}:00:00Z`,
    byName: 'Lan',
    text: 'Xong.',
  })),
});

describe('problems on the tablet', () => {
  it('unread answers stand first, and one that was read is unread again with a second answer', () => {
    const here = problemsHere([report('a'), report('b')], [answered('b')], { read: {}, now });
    expect(here.map(({ id, unread }) => [id, unread])).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
    const again = problemsHere([report('b')], [answered('b', 2)], { read: { b: 1 }, now });
    expect(again.map(({ unread }) => unread)).toEqual([1]);
  });

  it('one reported from another tablet is told with what the office says of it', () => {
    expect(problemsHere([], [answered('c')], { read: {}, now })).toMatchObject([
      { id: 'c', report: undefined, office: { state: 'answered' } },
    ]);
  });

  it('what the office names no longer is told for a while, then not', () => {
    const old = report('a', '2026-10-01T02:00:00Z');
    expect(problemsHere([old], [], { read: {}, now })).toEqual([]);
    expect(problemsHere([old], [answered('a')], { read: {}, now })).toHaveLength(1);
    expect(problemsHere([report('a')], [], { read: {}, now })).toHaveLength(1);
  });
});
