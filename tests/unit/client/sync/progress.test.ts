import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAgain, minutesLeft, type Progress, shareSent } from '../../../../src/client/sync/progress.ts';

const SECOND = 1000;

/** Looks of [seconds, bytes left]. */
function seen(...looks: readonly (readonly [number, number])[]): Progress {
  let progress: Progress | undefined;
  for (const [second, bytes] of looks)
    progress = lookAgain(progress, { dossiers: 1, bytes, at: second * SECOND });
  if (progress === undefined) throw new Error('no look');
  return progress;
}

describe('the share', () => {
  it('is of what this round had to send, what was finished meanwhile included', () => {
    expect(shareSent(seen([0, 1000]))).toBe(0);
    expect(shareSent(seen([0, 1000], [1, 750]))).toBe(0.25);
    expect(shareSent(seen([0, 1000], [1, 500], [2, 1500]))).toBe(0.25);
    expect(shareSent(seen([0, 1000], [1, 0]))).toBe(1);
    expect(shareSent(seen([0, 0]))).toBe(1);
  });
});

describe('the time left', () => {
  it('is not said before enough was seen', () => {
    expect(minutesLeft(seen([0, 1_000_000]))).toBeUndefined();
    expect(minutesLeft(seen([0, 1_000_000], [60, 950_000]))).toBeUndefined();
    expect(minutesLeft(seen([0, 1_000_000], [4, 500_000]))).toBeUndefined();
    expect(minutesLeft(seen([0, 1_000_000], [10, 500_000]))).toBe(1);
  });

  it('goes by what this round has shown, breaks of the line included', () => {
    // 30 kB/s, with a break of half a minute.
    expect(minutesLeft(seen([0, 10_000_000], [30, 9_100_000]))).toBe(5);
    expect(minutesLeft(seen([0, 10_000_000], [30, 9_100_000], [60, 9_100_000]))).toBe(10);
  });

  it('is coarser the longer it takes', () => {
    const inMinutes = (minutes: number) =>
      minutesLeft(seen([0, 300_000 * (minutes + 1)], [60, 300_000 * minutes]));
    expect([0.2, 1.4, 7.6, 12, 33, 58, 95, 400].map(inMinutes)).toEqual([1, 1, 8, 10, 35, 60, 120, 420]);
  });

  it('is not deceived by a clock set anew, nor by sleep', () => {
    const honest = seen([0, 2_000_000], [20, 1_400_000]);
    const setBack = lookAgain(honest, { dossiers: 1, bytes: 1_400_000, at: -4000 * 3_600_000 });
    expect(minutesLeft(setBack)).toBe(minutesLeft(honest));
    const slept = lookAgain(honest, { dossiers: 1, bytes: 1_400_000, at: 9 * 3_600_000 });
    expect(slept.elapsed).toBe(80 * SECOND);
  });
});

it('whatever the clock does and whatever is added, the numbers stay in bounds', () => {
  const look = fc.record({
    dossiers: fc.nat(500),
    bytes: fc.nat(50_000_000),
    at: fc.integer({ min: -1e12, max: 1e13 }),
  });
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 40 }), (looks) => {
      let progress: Progress | undefined;
      for (const one of looks) progress = lookAgain(progress, one);
      if (progress === undefined) throw new Error('no look');
      expect(shareSent(progress)).toBeGreaterThanOrEqual(0);
      expect(shareSent(progress)).toBeLessThanOrEqual(1);
      const minutes = minutesLeft(progress);
      if (minutes !== undefined) expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
    }),
  );
});
