import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGuard } from '../../../src/domain/device/default-policy.ts';
import { type GuardFacts, type GuardThresholds, judgeGuard } from '../../../src/domain/device/guard-rails.ts';
import { always } from '../always.ts';

const DAY = 24 * 60 * 60 * 1000;
const MEGABYTE = 1024 * 1024;
const fine: GuardFacts = { freeBytes: 1e10, isFull: false, isKept: true, oldestUnsent: undefined };

const facts: fc.Arbitrary<GuardFacts> = fc.record({
  freeBytes: fc.option(fc.nat({ max: 2 ** 31 }), { nil: undefined }),
  isFull: fc.boolean(),
  isKept: fc.option(fc.boolean(), { nil: undefined }),
  oldestUnsent: fc.option(fc.nat({ max: 60 * DAY }), { nil: undefined }),
});
const limits: fc.Arbitrary<GuardThresholds> = fc
  .record({
    bytes: fc.tuple(fc.nat({ max: 2 ** 30 }), fc.nat({ max: 2 ** 30 })),
    days: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
    notKeptDays: fc.nat({ max: 60 }),
  })
  .map(({ bytes, days, notKeptDays }) => ({
    freeBytes: { warn: Math.max(...bytes), hold: Math.min(...bytes) },
    unsentDays: { warn: Math.min(...days), hold: Math.max(...days) },
    notKeptDays,
  }));

const rank = { fine: 0, warn: 1, 'hold-new': 2 } as const;

describe('the guard rails', () => {
  it('say nothing of a tablet with space, a promise to keep and nothing old', () => {
    expect(judgeGuard(fine, defaultGuard)).toEqual({ kind: 'fine' });
    expect(judgeGuard({ ...fine, freeBytes: undefined, isKept: undefined }, defaultGuard)).toEqual({
      kind: 'fine',
    });
  });

  it.each<[string, Partial<GuardFacts>, ReturnType<typeof judgeGuard>]>([
    ['200 MB free', { freeBytes: 200 * MEGABYTE }, { kind: 'fine' }],
    ['a byte less', { freeBytes: 200 * MEGABYTE - 1 }, { kind: 'warn', reasons: ['space'] }],
    ['39 MB free', { freeBytes: 39 * MEGABYTE }, { kind: 'hold-new', reasons: ['space'], warnings: [] }],
    ['a write without space', { isFull: true }, { kind: 'hold-new', reasons: ['space'], warnings: [] }],
    ['unsent for five days', { oldestUnsent: 5 * DAY }, { kind: 'warn', reasons: ['unsent'] }],
    [
      'unsent for 14 days',
      { oldestUnsent: 14 * DAY },
      { kind: 'hold-new', reasons: ['unsent'], warnings: [] },
    ],
    ['no promise', { isKept: false }, { kind: 'warn', reasons: ['not-kept'] }],
    [
      'no promise, and unsent for three days',
      { isKept: false, oldestUnsent: 3 * DAY },
      { kind: 'hold-new', reasons: ['not-kept'], warnings: [] },
    ],
    [
      'no promise, unsent for six days, little space',
      { isKept: false, oldestUnsent: 6 * DAY, freeBytes: 100 * MEGABYTE },
      { kind: 'hold-new', reasons: ['not-kept'], warnings: ['space', 'unsent'] },
    ],
  ])('by our numbers: %s', (_what, but, verdict) => {
    expect(judgeGuard({ ...fine, ...but }, defaultGuard)).toEqual(verdict);
  });

  it('never get milder when things get worse', () => {
    always(
      fc.property(
        facts,
        limits,
        fc.nat({ max: DAY * 30 }),
        fc.nat({ max: 2 ** 30 }),
        (now, by, later, used) => {
          const worse: GuardFacts = {
            freeBytes: now.freeBytes === undefined ? undefined : Math.max(0, now.freeBytes - used),
            isFull: true,
            isKept: now.isKept === undefined ? undefined : false,
            oldestUnsent: (now.oldestUnsent ?? 0) + later,
          };
          expect(rank[judgeGuard(worse, by).kind]).toBeGreaterThanOrEqual(rank[judgeGuard(now, by).kind]);
        },
      ),
    );
  });

  it('hold nothing for a tablet that has space, sends, and is kept, whatever a commune sets', () => {
    always(
      fc.property(limits, (by) => {
        expect(judgeGuard({ ...fine, freeBytes: 2 ** 40 }, by)).toEqual({ kind: 'fine' });
      }),
    );
  });
});
