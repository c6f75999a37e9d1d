import { getLunarDate } from '@dqcai/vn-lunar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_LUNAR_YEAR,
  fromLunar,
  LAST_LUNAR_YEAR,
  type LunarDate,
  leapMonthOf,
  type SolarDate,
} from '../../../../src/client/features/field/interview/lunar/lunar-calendar.ts';

const anyLunar: fc.Arbitrary<LunarDate> = fc.record({
  year: fc.integer({ min: FIRST_LUNAR_YEAR, max: LAST_LUNAR_YEAR }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 30 }),
  leap: fc.boolean(),
});
const dayNumber = ({ year, month, day }: SolarDate) =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000);

describe('lunar days', () => {
  it('come back from the solar day as they were said', () => {
    fc.assert(
      fc.property(anyLunar, (lunar) => {
        const read = fromLunar(lunar);
        fc.pre(read.kind === 'date');
        if (read.kind !== 'date') return;
        const { year, month, day, leap } = getLunarDate(read.date.day, read.date.month, read.date.year);
        expect({ year, month, day, leap }).toEqual(lunar);
      }),
      { numRuns: 1000 },
    );
  });

  it('follow each other without a gap, through leap months and new years', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_LUNAR_YEAR, max: LAST_LUNAR_YEAR - 1 }), (year) => {
        const twice = leapMonthOf(year);
        const months = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
          month === twice
            ? [
                { month, leap: false },
                { month, leap: true },
              ]
            : [{ month, leap: false }],
        );
        const days = months.flatMap((month) =>
          Array.from({ length: 30 }, (_, at) => fromLunar({ year, ...month, day: at + 1 })).flatMap((read) =>
            read.kind === 'date' ? [dayNumber(read.date)] : [],
          ),
        );
        const first = days[0] ?? 0;
        expect(days).toEqual(days.map((_, at) => first + at));
        const newYear = fromLunar({ year: year + 1, month: 1, day: 1, leap: false });
        expect(newYear.kind === 'date' ? dayNumber(newYear.date) : undefined).toBe(first + days.length);
      }),
      { numRuns: 300 },
    );
  });
});
