import { describe, expect, it, vi } from 'vitest';
import { createDriverLater } from '../../../../src/client/sync/later-driver.ts';
import type { SyncDriver, SyncStatus } from '../../../../src/client/sync/model.ts';

const reached: SyncStatus = { reach: 'reached', activity: { kind: 'idle' }, pausedBecause: [] };

function realDriver() {
  const woken: string[] = [];
  const listeners = new Set<() => void>();
  let isStopped = false;
  const driver: SyncDriver = {
    status: () => reached,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: (why) => woken.push(why),
    setPaused: (paused) => woken.push(paused ? 'pause' : 'resume'),
    stop: () => {
      isStopped = true;
    },
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return { driver, woken, tell, isStopped: () => isStopped };
}

describe('a sender that is fetched when first needed', () => {
  it('fetches nothing before the first reason to wake, and hands every early wish on', async () => {
    const { driver, woken } = realDriver();
    const load = vi.fn(async () => driver);
    const later = createDriverLater(load, () => {});
    expect(load).not.toHaveBeenCalled();
    expect(later.status().reach).toBe('unknown');
    later.wake('start');
    later.setPaused(true);
    later.wake('finished');
    await expect.poll(() => later.status()).toBe(reached);
    later.wake('user');
    expect(woken).toEqual(['pause', 'start', 'finished', 'user']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('tells those who subscribed early, and no longer those who left', async () => {
    const { driver, tell } = realDriver();
    const later = createDriverLater(
      async () => driver,
      () => {},
    );
    const stays = vi.fn();
    const goes = vi.fn();
    later.subscribe(stays);
    const leave = later.subscribe(goes);
    later.wake('start');
    await expect.poll(() => stays).toHaveBeenCalledTimes(1);
    leave();
    tell();
    expect(stays).toHaveBeenCalledTimes(2);
    expect(goes).toHaveBeenCalledTimes(1);
  });

  it('says when fetching fails, and tries again at the next reason with the first one not forgotten', async () => {
    const { driver, woken } = realDriver();
    const failures: unknown[] = [];
    const load = vi.fn<() => Promise<SyncDriver>>();
    load.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValueOnce(driver);
    const later = createDriverLater(load, (error) => failures.push(error));
    later.wake('start');
    await expect.poll(() => failures).toHaveLength(1);
    later.wake('online');
    await expect.poll(() => woken).toEqual(['start', 'online']);
  });

  it('stops what arrives after it was stopped', async () => {
    const { driver, woken, isStopped } = realDriver();
    const later = createDriverLater(
      async () => driver,
      () => {},
    );
    later.wake('start');
    later.stop();
    await expect.poll(isStopped).toBe(true);
    expect(woken).toEqual([]);
  });
});
