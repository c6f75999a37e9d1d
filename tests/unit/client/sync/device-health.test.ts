import { expect, it } from 'vitest';
import { readHealth } from '../../../../src/client/sync/device-health.ts';
import { DeviceHealth } from '../../../../src/contract/up/device-health.ts';

const outbox = {
  health: async () => ({ drafts: 3, unsent: 2, attention: 1, oldestUnsentAt: '2026-11-20T01:00:00.000Z' }),
};
const of = {
  outbox,
  catalogue: [{ id: 'birth-registration', version: 1 }],
  now: () => new Date('2026-11-22T10:00:00Z'),
};

it('says what the outbox and the browser say, in the words of the contract', async () => {
  const manager = {
    estimate: async () => ({ usage: 1_000.4, quota: 5_000 }),
    persisted: async () => true,
  };
  const health = await readHealth({ ...of, manager });
  expect(DeviceHealth.parse(health)).toEqual({
    at: '2026-11-22T10:00:00.000Z',
    drafts: 3,
    unsent: 2,
    attention: 1,
    oldestUnsentAt: '2026-11-20T01:00:00.000Z',
    space: { used: 1000, free: 4000 },
    persisted: true,
    catalogue: of.catalogue,
  });
});

it('a browser that does not say, or refuses to, is no reason not to report', async () => {
  for (const manager of [
    undefined,
    {},
    {
      estimate: () => Promise.reject(new TypeError('insecure')),
      persisted: () => Promise.reject(new TypeError('insecure')),
    },
  ]) {
    const health = DeviceHealth.parse(await readHealth({ ...of, manager }));
    expect(health).toMatchObject({ space: null, persisted: null, unsent: 2 });
  }
});
