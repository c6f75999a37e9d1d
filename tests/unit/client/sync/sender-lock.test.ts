import { expect, it } from 'vitest';
import { createSenderLock } from '../../../../src/client/sync/browser-ports.ts';
import type { Timer } from '../../../../src/client/sync/ports.ts';

type Request = { readonly signal?: AbortSignal; readonly steal?: boolean };

/** Web Locks of which the test says who holds the lock, and whether asking for it is ever answered. */
function someLocks(of: { readonly granted: boolean; readonly held: () => boolean }) {
  const asked: Request[] = [];
  const manager = {
    request: (_name: string, options: Request, work: () => Promise<void>) => {
      asked.push(options);
      if (of.granted || options.steal === true) return work();
      return new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      });
    },
    query: async () => ({ held: of.held() ? [{ name: 've-ban-sender' }] : [], pending: [] }),
  };
  // Only these two are ever called.
  return { locks: manager as unknown as LockManager, asked };
}

/** Timers that fire when the test says so. */
function timersByHand() {
  let due: (() => void) | undefined;
  const timers: Timer = (_delay, call) => {
    due = call;
    return () => {
      due = undefined;
    };
  };
  return {
    timers,
    isSet: () => due !== undefined,
    fire: async () => {
      const call = due;
      due = undefined;
      call?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

it('works under the lock when it is free, and looks no more', async () => {
  const clock = timersByHand();
  const { locks, asked } = someLocks({ granted: true, held: () => false });
  let worked = 0;
  await createSenderLock(locks, clock.timers).run(async () => {
    worked += 1;
  });
  expect([worked, asked.length, clock.isSet()]).toEqual([1, 1, false]);
});

it('waits as long as somebody holds it, and takes it when nobody does and it is not given', async () => {
  const clock = timersByHand();
  let held = true;
  const { locks, asked } = someLocks({ granted: false, held: () => held });
  let worked = 0;
  const run = createSenderLock(locks, clock.timers).run(async () => {
    worked += 1;
  });
  await clock.fire();
  await clock.fire();
  expect([worked, clock.isSet()]).toEqual([0, true]);
  held = false;
  await clock.fire();
  await run;
  expect([worked, asked.map(({ steal }) => steal === true)]).toEqual([1, [false, true]]);
});

it('hands on what goes wrong in the work', async () => {
  const clock = timersByHand();
  const { locks } = someLocks({ granted: true, held: () => false });
  await expect(
    createSenderLock(locks, clock.timers).run(async () => {
      throw new Error('disk');
    }),
  ).rejects.toThrow('disk');
});
