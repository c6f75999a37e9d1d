import { expect, it } from 'vitest';
import { queueDays } from '../../../src/server/queue-days.ts';

it.each([
  // A Sunday evening in UTC is Monday in Việt Nam: its week ends seven days on.
  ['2026-11-22T18:00:00Z', '2026-11-22T17:00:00.000Z', '2026-11-29T17:00:00.000Z'],
  ['2026-11-25T02:00:00Z', '2026-11-24T17:00:00.000Z', '2026-11-29T17:00:00.000Z'],
  // On a Sunday the week has one day left.
  ['2026-11-29T02:00:00Z', '2026-11-28T17:00:00.000Z', '2026-11-29T17:00:00.000Z'],
])('days of the queue at %s', (now, today, nextMonday) => {
  const days = queueDays(new Date(now));
  expect(days.today.toISOString()).toBe(today);
  expect(days.nextMonday.toISOString()).toBe(nextMonday);
  expect(days.tomorrow.getTime() - days.today.getTime()).toBe(86_400_000);
});
