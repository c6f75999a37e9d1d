import { expect, it } from 'vitest';
import { backoff, pollDelay, quickDelay } from '../../../../src/domain/sync/backoff.ts';

it('doubles from two seconds to five minutes, of which a random half to whole', () => {
  const whole = (attempts: number) => backoff(attempts, 1);
  expect([1, 2, 3, 7, 8, 9, 1000].map(whole)).toEqual([2000, 4000, 8000, 128_000, 256_000, 300_000, 300_000]);
  expect(backoff(1, 0)).toBe(1000);
  expect(backoff(1000, 0)).toBe(150_000);
});

it('tries a line that broke again within half a second', () => {
  expect([quickDelay(0), quickDelay(0.5), quickDelay(1)]).toEqual([200, 350, 500]);
});

it('looks at the office about every five minutes', () => {
  expect([pollDelay(0), pollDelay(0.5), pollDelay(1)]).toEqual([270_000, 300_000, 330_000]);
});
