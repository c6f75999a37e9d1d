// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';
import { createProcedures, type Procedures } from '../../../../src/client/procedures/procedures.ts';
import { loadShipped } from '../../../../src/client/procedures/shipped.ts';
import { createMemoryStorage } from '../../../../src/client/storage/memory-storage.ts';
import type { Storage } from '../../../../src/client/storage/storage.ts';
import type { ProcedureDefinition } from '../../../../src/domain/procedure/definition.ts';
import { makePackage } from '../../../support/procedures/make-package.ts';

let shipped: ProcedureDefinition;
beforeAll(async () => {
  await startTexts();
  const found = await loadShipped('birth-registration', 1);
  if (found === undefined) throw new Error('no procedure');
  shipped = found;
});

let storage: Storage;
let procedures: Procedures;
let bugs: unknown[];
beforeEach(() => {
  bugs = [];
  storage = createMemoryStorage();
  procedures = createProcedures({
    storage,
    now: () => new Date('2026-11-23T03:00:00Z'),
    onBug: (error) => bugs.push(error),
  });
});

const heard = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = procedures.subscribe(() => {
      stop();
      resolve();
    });
  });

afterEach(() => expect(bugs).toEqual([]));

describe('procedures of a tablet', () => {
  it('finds a shipped version, and has it at hand from then on', async () => {
    const asked = procedures.find('birth-registration', 1);
    expect(await asked).toEqual({ kind: 'found', definition: shipped });
    expect(procedures.find('birth-registration', 1)).toBe(asked);
  });

  it('finds a published version as soon as it has come, and tells who waits for it', async () => {
    expect(await procedures.find('birth-registration', 2)).toEqual({ kind: 'not-here' });
    const told = heard();
    await storage.packages.put(await makePackage({ ...shipped, version: 2 }));
    await told;
    expect(await procedures.find('birth-registration', 2)).toMatchObject({
      kind: 'found',
      definition: { version: 2 },
    });
  });

  it('offers a wholly new one under its own name, and begins interviews with it', async () => {
    const before = await procedures.offered('vi');
    const told = heard();
    await storage.packages.put(await makePackage({ ...shipped, id: 'tree-felling' }));
    await told;
    const after = await procedures.offered('vi');
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ id }) => id === 'tree-felling')).toMatchObject({
      name: 'Thủ tục mẫu',
      state: 'offered',
    });
    expect((await procedures.current('tree-felling'))?.id).toBe('tree-felling');
    expect(await procedures.current('no-such-procedure')).toBeUndefined();
  });

  it('takes the newer version for new interviews, and still finds the one before', async () => {
    await storage.packages.put(await makePackage({ ...shipped, version: 2 }));
    expect((await procedures.current('birth-registration'))?.version).toBe(2);
    expect(await procedures.find('birth-registration', 1)).toEqual({ kind: 'found', definition: shipped });
  });

  it('reads nothing that is not the very bytes announced: it is set aside, kept, and taken when it comes whole', async () => {
    const whole = await makePackage({ ...shipped, version: 2 });
    await storage.packages.put({ ...whole, json: whole.json.replace('mother', 'father') });
    expect(await procedures.find('birth-registration', 2)).toEqual({ kind: 'not-here' });
    expect(await storage.packages.find('birth-registration', 2)).toMatchObject({ state: 'damaged' });
    const told = heard();
    await storage.packages.put(whole);
    await told;
    expect(await procedures.find('birth-registration', 2)).toMatchObject({ kind: 'found' });
  });

  it.each([
    ['words of a later app', (of: ProcedureDefinition) => ({ ...of, version: 2, hologram: true })],
    ['another version inside', (of: ProcedureDefinition) => ({ ...of, version: 3 })],
  ])('keeps what it does not understand, and says so: %s', async (_, change) => {
    const made = await makePackage(change(shipped));
    await storage.packages.put({ ...made, version: 2 });
    expect(await procedures.find('birth-registration', 2)).toEqual({ kind: 'not-understood' });
    expect((await procedures.current('birth-registration'))?.version).toBe(1);
    expect(await storage.packages.find('birth-registration', 2)).toMatchObject({ state: 'kept' });
  });

  it('speaks the language of the screen, else Vietnamese', async () => {
    const named = (name: string) => ({ name, purpose: '', keywords: '' });
    const texts = { vi: named('Chặt cây'), en: named('Tree felling') };
    await storage.packages.put(await makePackage({ ...shipped, id: 'tree-felling' }, texts));
    await storage.packages.put(await makePackage({ ...shipped, id: 'fishing' }, { vi: named('Đánh cá') }));
    const names = (await procedures.offered('en')).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Tree felling', 'Đánh cá']));
  });
});
