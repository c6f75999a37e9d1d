import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDexieTables } from '../../../src/client/storage/dexie-tables.ts';
import { noteKeptBackups } from '../../../src/client/storage/draft-backups.ts';
import { createMemoryDisk, openMemoryTables } from '../../../src/client/storage/memory-tables.ts';
import type { Draft } from '../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../src/client/storage/storage.ts';
import { createTableStorage } from '../../../src/client/storage/table-storage.ts';
import type { Tables } from '../../../src/client/storage/tables.ts';
import { NoSpaceLeft } from '../../../src/client/storage/watch-space.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../support/seal/samples.ts';
import { ADAPTERS } from './adapters.ts';

const DISKS: readonly { readonly name: string; readonly open: () => Promise<Tables> }[] = [
  { name: 'memory', open: async () => openMemoryTables(createMemoryDisk()) },
  { name: 'Dexie', open: () => openDexieTables(`backups-${v7()}`) },
];
const BYTES = new Uint8Array([1, 2, 3]);

describe.each(DISKS)('draft backups on $name', ({ open }) => {
  let tables: Tables;
  let storage: Storage;
  let vault: OpenVault;
  let records: Records;

  beforeEach(async () => {
    tables = await open();
    storage = createTableStorage(tables, () => new Date());
    vault = await sampleVault();
    records = await storage.openRecords(vault);
  });
  afterEach(() => storage.close());

  async function saved(draft: Draft = sampleDraft()): Promise<Draft> {
    const outcome = await records.saveDraft(draft, sampleEntry(draft));
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    return { ...draft, updatedAt: outcome.at };
  }
  const give = (draft: Draft, bytes = BYTES) =>
    storage.backups.putSealed(vault.staffId, { id: draft.id, updatedAt: draft.updatedAt, bytes });
  const answer = (kept: readonly { id: string; updatedAt: string }[], keepsDrafts = true) =>
    tables.write((transaction) => noteKeptBackups(transaction, { kept, keepsDrafts }));

  it('name what is to be sealed until it is, and again after the next save', async () => {
    const draft = await saved();
    const state = { id: draft.id, updatedAt: draft.updatedAt };
    expect(await storage.backups.listUnsealed(vault.staffId)).toEqual([state]);
    expect(await storage.backups.listUnsealed(v7())).toEqual([]);
    expect(await give(draft)).toBe(true);
    expect(await storage.backups.listUnsealed(vault.staffId)).toEqual([]);
    const later = await saved({ ...draft, answers: { 'child.name': 'Lò Thị Hai' } });
    expect(await storage.backups.listUnsealed(vault.staffId)).toEqual([
      { id: draft.id, updatedAt: later.updatedAt },
    ]);
  });

  it('take no state that is not the present one', async () => {
    const draft = await saved();
    await saved({ ...draft, answers: {} });
    expect(await give(draft)).toBe(false);
    expect(await storage.backups.nextToSend(10, 1000)).toEqual([]);
  });

  it('go up oldest first, within the bytes, and one in any case', async () => {
    const first = await saved();
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = await saved();
    await give(second, new Uint8Array(50));
    await give(first, new Uint8Array(60));
    const ids = async (limit: number, bytes: number) =>
      (await storage.backups.nextToSend(limit, bytes)).map(({ id }) => id);
    expect(await ids(10, 1000)).toEqual([first.id, second.id]);
    expect(await ids(1, 1000)).toEqual([first.id]);
    expect(await ids(10, 100)).toEqual([first.id]);
    expect(await ids(10, 1)).toEqual([first.id]);
  });

  it('rest once the office has them, but not when it speaks of an older state', async () => {
    const draft = await saved();
    await give(draft);
    await answer([{ id: draft.id, updatedAt: '2020-01-01T00:00:00.000Z' }]);
    expect(await storage.backups.nextToSend(10, 1000)).toHaveLength(1);
    await answer([{ id: draft.id, updatedAt: draft.updatedAt }]);
    expect(await storage.backups.nextToSend(10, 1000)).toEqual([]);
    expect(await storage.backups.list()).toEqual([
      { id: draft.id, staffId: vault.staffId, updatedAt: draft.updatedAt, state: 'kept' },
    ]);
    expect(await storage.backups.listUnsealed(vault.staffId)).toEqual([]);
  });

  it('end with a discarded draft: the news is signed, sent, and then forgotten', async () => {
    const draft = await saved();
    await give(draft);
    await answer([{ id: draft.id, updatedAt: draft.updatedAt }]);
    await records.discardDraft(draft.id);
    expect(await storage.backups.nextToSend(10, 1000)).toEqual([]);
    const [news] = await storage.backups.listUnsigned(vault.staffId);
    if (news === undefined) throw new Error('no news');
    expect(news.id).toBe(draft.id);
    expect(news.updatedAt > draft.updatedAt).toBe(true);
    await storage.backups.putSigned(vault.staffId, { ...news, bytes: BYTES });
    expect(await storage.backups.nextToSend(10, 1000)).toEqual([{ ...news, bytes: BYTES }]);
    await answer([news]);
    expect(await storage.backups.list()).toEqual([]);
  });

  it('are forgotten with a finished draft', async () => {
    const draft = await saved();
    await give(draft);
    const submission = sampleSubmission({ id: draft.id });
    const envelope = await sampleEnvelope(draft.id);
    await records.finish(
      draft,
      envelope,
      { submission, title: '' },
      { ...sampleEntry(draft), state: 'finished' },
    );
    expect(await storage.backups.list()).toEqual([]);
  });

  it('stay when a forgotten PIN costs the draft itself, and say nothing about its end', async () => {
    const draft = await saved();
    await give(draft);
    await storage.startAnew({
      staffId: vault.staffId,
      displayName: '',
      login: '',
      salt: new Uint8Array(16),
      cost: { memory: 64, passes: 1 },
      wrappedKeys: new Uint8Array(40),
      signingPublicKey: new Uint8Array(65),
      signerKeyId: 'AAAAAAAAAAA',
    });
    expect(await storage.backups.nextToSend(10, 1000)).toHaveLength(1);
    expect(await storage.backups.listUnsigned(vault.staffId)).toEqual([]);
  });

  it('go where the commune keeps no drafts', async () => {
    const draft = await saved();
    await give(draft);
    await answer([], false);
    expect(await storage.backups.list()).toEqual([]);
    expect(await records.findDraft(draft.id)).toBeDefined();
  });

  describe('a draft taken back', () => {
    it('is there as it was, with its line, and is to be given again from here', async () => {
      const draft = sampleDraft();
      expect(await records.takeBackDraft(draft, sampleEntry(draft))).toEqual({ kind: 'taken' });
      expect(await records.findDraft(draft.id)).toEqual(draft);
      expect(records.listEntries()).toEqual([{ ...sampleEntry(draft), updatedAt: draft.updatedAt }]);
      expect(await storage.backups.listUnsealed(vault.staffId)).toHaveLength(1);
    });

    it('never takes the place of what is here, however new it says it is', async () => {
      const draft = await saved();
      const other = { ...draft, answers: {}, updatedAt: '2099-01-01T00:00:00.000Z' };
      expect(await records.takeBackDraft(other, sampleEntry(other))).toEqual({ kind: 'here' });
      expect(await records.findDraft(draft.id)).toEqual(draft);
    });

    it('does not come back when it was finished here', async () => {
      const draft = await saved();
      const submission = sampleSubmission({ id: draft.id });
      await records.finish(
        draft,
        await sampleEnvelope(draft.id),
        { submission, title: '' },
        { ...sampleEntry(draft), state: 'finished' },
      );
      expect(await records.takeBackDraft(draft, sampleEntry(draft))).toEqual({ kind: 'finished' });
      expect(await records.findDraft(draft.id)).toBeUndefined();
    });

    it('from a colleague on the same tablet takes over their state, but not a newer one', async () => {
      const draft = await saved();
      const colleague = await sampleVault();
      const theirs = await storage.openRecords(colleague);
      const older = { ...draft, updatedAt: '2020-01-01T00:00:00.000Z' };
      expect(await theirs.takeBackDraft(older, sampleEntry(older))).toEqual({ kind: 'with-colleague' });
      expect(await records.findDraft(draft.id)).toEqual(draft);
      expect(await theirs.takeBackDraft(draft, sampleEntry(draft))).toEqual({ kind: 'taken' });
      expect(await theirs.findDraft(draft.id)).toEqual(draft);
      expect(await records.findDraft(draft.id)).toBeUndefined();
      // Who had it before neither writes over it nor throws it away.
      expect(await records.saveDraft(draft, sampleEntry(draft))).toMatchObject({ kind: 'stale' });
      await records.discardDraft(draft.id);
      expect(records.listEntries()).toEqual([]);
      expect(await theirs.findDraft(draft.id)).toEqual(draft);
    });

    it('that went to a colleague and came back goes on from what they added, unless this person did too', async () => {
      const draft = await saved();
      const added = { ...draft, answers: {}, updatedAt: '2099-01-01T00:00:00.000Z' };
      const cameBack = (at: string, toStaffId: string) =>
        tables.write(async (transaction) => {
          const fromStaffId = v7();
          const change = {
            kind: 'draft-offered',
            cursor: 1,
            draftId: draft.id,
            fromStaffId,
            toStaffId,
            at,
          } as const;
          await transaction.put('officeNews', { key: `draft-offered/${draft.id}`, change });
        });
      const take = async () => (await records.takeBackDraft(added, sampleEntry(added))).kind;
      await cameBack('2098-01-01T00:00:00.000Z', v7());
      expect(await take()).toBe('here');
      await cameBack('2020-01-01T00:00:00.000Z', vault.staffId);
      expect(await take()).toBe('here');
      await cameBack('2098-01-01T00:00:00.000Z', vault.staffId);
      expect(await take()).toBe('taken');
      expect(await records.findDraft(draft.id)).toEqual(added);
    });
  });
});

describe.each(ADAPTERS)('draft backups on a full $name', ({ createDisk }) => {
  it('write nothing and say so', async () => {
    const disk = createDisk();
    const storage = await disk.open();
    const vault = await sampleVault();
    const records = await storage.openRecords(vault);
    const draft = sampleDraft();
    const saved = await records.saveDraft(draft, sampleEntry(draft));
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const backup = { id: draft.id, updatedAt: saved.at, bytes: BYTES };
    const other = sampleDraft();
    await disk.whileFull(async () => {
      expect(await records.takeBackDraft(other, sampleEntry(other))).toEqual({ kind: 'no-space' });
    });
    expect(await records.findDraft(other.id)).toBeUndefined();
    await disk.whileFull(async () => {
      const put = () => storage.backups.putSealed(vault.staffId, backup);
      // The second put of a full disk is the one that fails on IndexedDB; one of two tries therefore finds no space.
      await expect(Promise.all([put(), put()])).rejects.toThrow(NoSpaceLeft);
    });
    storage.close();
  });
});
