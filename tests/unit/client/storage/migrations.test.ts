import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openDexieStorage, openStorageAsItIs } from '../../../../src/client/storage/dexie-storage.ts';
import {
  LAYOUT,
  MigrationRefused,
  runStep,
  STEPS,
  type Step,
  tablesOf,
} from '../../../../src/client/storage/migrations.ts';
import { TABLE_NAMES } from '../../../../src/client/storage/tables.ts';
import { unlockVault } from '../../../../src/client/vault/unlock.ts';
import { encode, LayoutDump, loadStores, readStores } from '../../../support/storage/layout-dump.ts';

const FOLDER = new URL('../../../fixtures/storage/', import.meta.url);
const fixtureOf = (layout: number) =>
  LayoutDump.parse(JSON.parse(readFileSync(new URL(`layout-${layout}.json`, FOLDER), 'utf8')));

/** A tablet as an earlier release left it. */
async function tabletOf(layout: number) {
  const name = `layout-${v7()}`;
  const dump = fixtureOf(layout);
  await loadStores(name, dump);
  return { name, dump };
}

/** Everything that lies there, in a form that compares; the device's keys have no export. */
async function allRows(name: string) {
  const { version, stores } = await readStores(name);
  return { version, stores: await encode(stores.filter((store) => store.name !== 'deviceKeys')) };
}

/** A step to the newest layout that writes the rows of `table` anew. */
function stepThat(table: 'outboxEnvelopes' | 'drafts', change: (row: unknown) => unknown): Step {
  return {
    to: LAYOUT,
    rewrites: { [table]: { from: z.looseObject({}), change, to: z.looseObject({ id: z.uuid() }) } },
  };
}

it('has a fixture of every layout before the newest', () => {
  const earlier = Array.from({ length: LAYOUT - 1 }, (_, index) => `layout-${index + 1}.json`);
  expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining(earlier));
  expect(STEPS.map((step) => step.to)).toEqual(earlier.map((_, index) => index + 2));
  expect(tablesOf(LAYOUT)).toEqual(TABLE_NAMES);
  for (const layout of earlier.keys()) {
    const stores = fixtureOf(layout + 1).stores.map(({ name }) => name);
    expect([...tablesOf(layout + 1)].sort()).toEqual(stores.sort());
  }
});

describe.each(Array.from({ length: LAYOUT - 1 }, (_, index) => index + 1))(
  'a tablet of layout %i',
  (layout) => {
    it('opens with the newest code: PIN, draft, photo, summaries and queue are all there (I9)', async () => {
      const { name, dump } = await tabletOf(layout);
      const before = await readStores(name);
      const storage = await openDexieStorage(name);
      const deviceKeys = await storage.findDeviceKeys();
      const [record] = await storage.listVaults();
      if (deviceKeys === undefined || record === undefined) throw new Error('nobody to unlock');
      const opened = await unlockVault(record, dump.pin, { deviceKeys, counter: storage, now: () => 1e12 });
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      const records = await storage.openRecords(opened.vault);

      const titles = records.listEntries().map(({ title, state }) => `${state} ${title}`);
      expect(titles.sort()).toEqual([
        'draft Lò Thị Mẫu',
        'finished Bùi Văn Mẫu',
        'finished Hà Văn Mẫu',
        'finished Vi Thị Mẫu',
      ]);
      const [entry] = records.search('lo thi', 9);
      const draft = await records.findDraft(entry?.id ?? '');
      expect(draft).toMatchObject({
        procedure: { id: 'birth-registration', version: 1 },
        answers: { 'child.name': 'Lò Thị Mẫu', 'father.declared': false },
        at: { step: 'child', question: 'child.birthDate' },
      });
      const [photo] = draft?.attachments ?? [];
      if (draft === undefined || entry === undefined || photo === undefined)
        throw new Error('no draft with a photo');
      expect(Buffer.from((await records.readAttachment(photo)) ?? []).toString()).toBe(
        'a photo of a made-up paper',
      );

      for (const { id } of records.listEntries().filter(({ state }) => state === 'finished'))
        expect((await records.findSummary(id))?.submission.id).toBe(id);
      const queue = await storage.outbox.listEnvelopes();
      expect(queue.map(({ state }) => state).sort()).toEqual(['attention', 'received', 'waiting']);
      expect(await storage.outbox.nextEnvelopes(9, 1e9)).toHaveLength(1);
      expect(await storage.outbox.counts()).toMatchObject({ waiting: 1, attention: 1, received: 1 });
      expect((await storage.outbox.listOfficeStates()).map((state) => state.submissionId)).toEqual(
        queue.filter(({ state }) => state === 'received').map(({ id }) => id),
      );
      expect(await storage.findDevice()).toMatchObject({ cursor: 4, deviceName: 'Máy 03' });

      // And the work goes on.
      expect((await records.saveDraft({ ...draft, answers: {} }, entry)).kind).toBe('saved');
      storage.close();
      const after = await readStores(name);
      for (const { name: store, rows } of before.stores)
        expect([store, after.stores.find((one) => one.name === store)?.rows.length]).toEqual([
          store,
          rows.length,
        ]);
    });

    it('stays as it was when a row would not fit, and what waits can still be sent', async () => {
      const { name } = await tabletOf(layout);
      const before = await allRows(name);
      const spoiling = [
        ...STEPS.slice(0, -1),
        stepThat('outboxEnvelopes', (row) => ({ ...Object(row), id: 'none' })),
      ];
      await expect(openDexieStorage(name, undefined, { steps: spoiling })).rejects.toThrow(MigrationRefused);
      expect(await allRows(name)).toEqual(before);

      const asItIs = await openStorageAsItIs(name);
      const [waiting] = await asItIs.outbox.nextEnvelopes(9, 1e9);
      expect(waiting?.bytes.length).toBeGreaterThan(100);
      expect((await asItIs.outbox.counts()).waiting).toBe(1);
      asItIs.close();
      expect(await allRows(name)).toEqual(before);
    });

    it('stays as it was when two rows would become one', async () => {
      const { name } = await tabletOf(layout);
      const before = await allRows(name);
      const one = v7();
      const merging = [
        ...STEPS.slice(0, -1),
        stepThat('outboxEnvelopes', (row) => ({ ...Object(row), id: one })),
      ];
      await expect(openDexieStorage(name, undefined, { steps: merging })).rejects.toThrow();
      expect(await allRows(name)).toEqual(before);
    });

    it('writes rows anew where a step says so, and leaves one of another shape as it is', async () => {
      const { name, dump } = await tabletOf(layout);
      const db = indexedDB.open(name);
      await new Promise((resolve) => {
        db.onsuccess = resolve;
      });
      const odd = { id: 'odd', of: 'no known shape' };
      db.result.transaction('outboxEnvelopes', 'readwrite').objectStore('outboxEnvelopes').put(odd);
      db.result.close();
      const step: Step = {
        to: LAYOUT,
        rewrites: {
          outboxEnvelopes: {
            from: z.looseObject({ id: z.uuid(), queuedAt: z.string() }),
            change: (row) => ({ ...Object(row), marked: true }),
            to: z.looseObject({ marked: z.literal(true) }),
          },
        },
      };
      const storage = await openDexieStorage(name, undefined, { steps: [...STEPS.slice(0, -1), step] });
      const rows: readonly unknown[] = await storage.outbox.listEnvelopes();
      expect(rows.filter((row) => Reflect.get(Object(row), 'marked') === true)).toHaveLength(3);
      expect(rows).toContainEqual(odd);
      storage.close();
      expect(dump.stores.length).toBeGreaterThan(0);
    });
  },
);

it('refuses a step after which a table has fewer rows than before', async () => {
  const step: Step = { to: 2, rewrites: {} };
  const countingTo = (...counts: number[]) => {
    const drafts = { count: async () => counts.shift() ?? 0, rewrite: async () => {} };
    const other = { ...drafts, count: async () => 3 };
    return (name: string) => (name === 'drafts' ? drafts : other);
  };
  await expect(runStep(step, countingTo(3, 3))).resolves.toBeUndefined();
  await expect(runStep(step, countingTo(3, 2))).rejects.toThrow(
    /drafts had 3 rows before layout 2 and 2 after/,
  );
});
