import { expect, it } from 'vitest';
import { untilNextLook } from '../../../../src/server/jobs/announce-each-day.ts';

it('looks each hour, and right after midnight in Việt Nam', () => {
  expect(untilNextLook(new Date('2026-11-23T02:00:00Z'))).toBe(3_600_000);
  // 23:50 there.
  expect(untilNextLook(new Date('2026-11-23T16:50:00Z'))).toBe(10 * 60_000 + 1000);
  expect(untilNextLook(new Date('2026-11-23T17:00:00Z'))).toBe(3_600_000);
});
