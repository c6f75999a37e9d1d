import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { NoSpaceLeft } from '../../../src/client/storage/watch-space.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const marriage = { id: 'marriage', version: 1, digest: 'd'.repeat(43), json: '{"made":"up"}' };

describe.each(ADAPTERS)('published procedures on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  beforeEach(async () => {
    disk = createDisk();
    storage = await disk.open();
  });
  afterEach(() => storage.close());

  it('are kept by id and version, over a restart, and listed without their content', async () => {
    expect(await storage.packages.put(marriage)).toBe(true);
    expect(await storage.packages.put({ ...marriage, version: 2, json: '{"made":"later"}' })).toBe(true);
    storage.close();
    storage = await disk.open();
    expect(await storage.packages.find('marriage', 1)).toMatchObject({ ...marriage, state: 'kept' });
    expect((await storage.packages.find('marriage', 2))?.json).toBe('{"made":"later"}');
    expect(await storage.packages.find('marriage', 3)).toBeUndefined();
    const listed = await storage.packages.list();
    expect(listed.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(listed.some((row) => 'json' in row || 'key' in row)).toBe(false);
  });

  it('are never written over by another content: drafts may have begun with what is there (I9)', async () => {
    await storage.packages.put(marriage);
    const other = { ...marriage, digest: 'e'.repeat(43), json: '{"made":"otherwise"}' };
    expect(await storage.packages.put(other)).toBe(false);
    expect(await storage.packages.find('marriage', 1)).toMatchObject(marriage);
  });

  it('that the disk spoilt stay as they are until they are given again', async () => {
    await storage.packages.put(marriage);
    await storage.packages.markDamaged('marriage', 1);
    expect(await storage.packages.find('marriage', 1)).toMatchObject({ ...marriage, state: 'damaged' });
    expect(await storage.packages.put(marriage)).toBe(true);
    expect(await storage.packages.find('marriage', 1)).toMatchObject({ ...marriage, state: 'kept' });
    await storage.packages.markDamaged('unknown', 1);
    expect(await storage.packages.list()).toHaveLength(1);
  });

  it('tell listeners when one came, and not when nothing did', async () => {
    let told = 0;
    storage.onChange(() => {
      told += 1;
    });
    await storage.packages.put(marriage);
    expect(told).toBe(1);
    await storage.packages.put(marriage);
    expect(told).toBe(1);
  });

  it('that find no space say so, and are not half there', async () => {
    const versions = [1, 2, 3, 4];
    let outcomes: readonly PromiseSettledResult<boolean>[] = [];
    await disk.whileFull(async () => {
      outcomes = await Promise.allSettled(
        versions.map((version) => storage.packages.put({ ...marriage, version })),
      );
    });
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expect(one.reason).toBeInstanceOf(NoSpaceLeft);
    expect(await storage.packages.list()).toHaveLength(versions.length - refused.length);
    expect(await storage.packages.put({ ...marriage, version: 5 })).toBe(true);
  });
});
