import { expect, it } from 'vitest';
import { punctualityOf } from '../../../../src/domain/dossier/punctuality.ts';

const at = (day: string, time = '10:00') => `2026-11-${day}T${time}:00+07:00`;
const accepted = {
  acceptedAt: at('09'),
  dueAt: at('12', '17:00'),
  endedAt: null,
  pausedAt: null,
  supplementsAsked: 0,
};

it.each<[string, Partial<Parameters<typeof punctualityOf>[0]>, string, string]>([
  ['before it is accepted nothing is counted', { acceptedAt: null, dueAt: null }, at('30'), 'not-counted'],
  ['without a limit nothing is counted', { dueAt: null }, at('30'), 'not-counted'],
  ['at the very moment it is still in time', {}, at('12', '17:00'), 'running'],
  ['a minute later it is overdue', {}, at('12', '17:01'), 'overdue'],
  ['while the citizen is asked, the moment of asking counts', { pausedAt: at('11') }, at('30'), 'running'],
  ['asked when it was late, it stays overdue', { pausedAt: at('13') }, at('30'), 'overdue'],
  ['ended a day before: early', { endedAt: at('11', '17:00') }, at('30'), 'early'],
  ['ended on its day: on time', { endedAt: at('12', '16:59') }, at('30'), 'on-time'],
  ['ended after it: late', { endedAt: at('13') }, at('30'), 'late'],
  [
    'ended while the citizen was asked: what they did not bring is not late',
    { pausedAt: at('12'), endedAt: at('30') },
    at('30'),
    'on-time',
  ],
  [
    'ended while they were asked, and late before: late',
    { pausedAt: at('13'), endedAt: at('30') },
    at('30'),
    'late',
  ],
  ['one supplement does no harm', { endedAt: at('11'), supplementsAsked: 1 }, at('30'), 'early'],
  ['two count as late, however early it ended', { endedAt: at('10'), supplementsAsked: 2 }, at('30'), 'late'],
  ['and already while it runs', { supplementsAsked: 2 }, at('10'), 'overdue'],
])('%s', (_, changes, now, expected) => {
  expect(punctualityOf({ ...accepted, ...changes }, now)).toBe(expected);
});
