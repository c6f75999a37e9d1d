import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDexieTables } from '../../../src/client/storage/dexie-tables.ts';
import { createMemoryDisk, openMemoryTables } from '../../../src/client/storage/memory-tables.ts';
import type { ListEntry, OfficeState } from '../../../src/client/storage/model.ts';
import { FORGET_AT_ONCE } from '../../../src/client/storage/retention.ts';
import type { Records, Storage } from '../../../src/client/storage/storage.ts';
import { createTableStorage } from '../../../src/client/storage/table-storage.ts';
import { TABLE_NAMES, type Tables } from '../../../src/client/storage/tables.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../support/seal/samples.ts';

const DISKS: readonly { readonly name: string; readonly open: () => Promise<Tables> }[] = [
  { name: 'memory', open: async () => openMemoryTables(createMemoryDisk()) },
  { name: 'Dexie', open: () => openDexieTables(`retention-${v7()}`) },
];
const DAYS = 30;
const ACCEPTED = '2026-11-22T10:05:00+07:00';
const PHOTO = { document: 'paper', bytes: new Uint8Array([1, 2, 3, 4]), mediaType: 'image/jpeg' } as const;

describe.each(DISKS)('what the office has settled, on $name', ({ open }) => {
  let tables: Tables;
  let storage: Storage;
  let vault: OpenVault;
  let records: Records;
  let today: Date;

  beforeEach(async () => {
    today = new Date('2026-11-22T03:00:00Z');
    tables = await open();
    storage = createTableStorage(tables, () => today);
    vault = await sampleVault();
    records = await storage.openRecords(vault);
  });
  afterEach(() => storage.close());

  /** A finished submission with one photo, all of it with the office unless told otherwise, and the office's word. */
  async function finished(
    office: Partial<OfficeState> = {},
    left: 'nothing' | 'the envelope' | 'a photo' = 'nothing',
    supplements?: ListEntry['supplements'],
  ): Promise<string> {
    const draft = sampleDraft();
    const saved = await records.saveDraft(draft, sampleEntry(draft));
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const added = await records.addAttachment({ ...draft, updatedAt: saved.at }, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { ciphertextSize: _size, addedAt: _at, ...photo } = added.attachment;
    const submission = sampleSubmission({ id: draft.id, attachments: [photo] });
    const entry: ListEntry = {
      ...sampleEntry(draft),
      state: 'finished',
      ...(supplements === undefined ? {} : { supplements, updatedAt: today.toISOString() }),
    };
    const outcome = await records.finish(
      added.draft,
      await sampleEnvelope(draft.id),
      { submission, title: '' },
      entry,
    );
    if (outcome.kind !== 'queued') throw new Error(outcome.kind);
    await tables.write(async (transaction) => {
      const envelope = await transaction.get('outboxEnvelopes', draft.id);
      const attachment = await transaction.get('outboxAttachments', photo.id);
      if (!envelope || !attachment) throw new Error('nothing in the outbox');
      if (left !== 'the envelope') {
        await transaction.put('outboxEnvelopes', { ...envelope, state: 'received', receipt: 'a.b.c' });
        await transaction.delete('envelopeBytes', draft.id);
      }
      if (left !== 'a photo') {
        await transaction.put('outboxAttachments', { ...attachment, state: 'received', receipt: 'a.b.c' });
        await transaction.delete('ciphertexts', photo.id);
      }
      await transaction.put('officeStates', {
        kind: 'dossier',
        cursor: 1,
        submissionId: supplements?.dossierId ?? draft.id,
        status: 'accepted',
        provisionalReference: 'TAM-0000-0000-0',
        officialCode: 'H56-1',
        receivedAt: '2026-11-22T10:00:00+07:00',
        acceptedAt: ACCEPTED,
        dueAt: null,
        dueDate: null,
        ...office,
      } as OfficeState);
    });
    return draft.id;
  }
  const later = (days: number) => {
    today = new Date(Date.parse(ACCEPTED) + days * 24 * 60 * 60 * 1000);
  };
  const rowsOf = (id: string) =>
    tables.read(async (transaction) => {
      const found: string[] = [];
      for (const name of TABLE_NAMES)
        if (JSON.stringify(await transaction.all(name)).includes(id)) found.push(name);
      return found;
    });
  const listed = () => records.listEntries().map(({ id }) => id);

  it('goes whole after the days that the commune set: line, summary, queue rows and the word of the office', async () => {
    const id = await finished();
    const draft = sampleDraft();
    await records.saveDraft(draft, sampleEntry(draft));
    later(DAYS);
    expect(await records.forgetSettled(DAYS)).toBe(1);
    expect(listed()).toEqual([draft.id]);
    expect(await records.findSummary(id)).toBeUndefined();
    expect(await rowsOf(id)).toEqual([]);
    expect(await rowsOf(draft.id)).toContain('drafts');
    // And a fresh reading of the disk says the same.
    expect((await storage.openRecords(vault)).listEntries().map((entry) => entry.id)).toEqual([draft.id]);
  });

  it('stays a minute before', async () => {
    const id = await finished();
    later(DAYS);
    today = new Date(today.getTime() - 60_000);
    expect(await records.forgetSettled(DAYS)).toBe(0);
    expect(listed()).toEqual([id]);
  });

  it.each<[string, Partial<OfficeState>, Parameters<typeof finished>[1]]>([
    ['its envelope has no receipt', {}, 'the envelope'],
    ['one photo has no receipt', {}, 'a photo'],
    ['the office has not accepted it', { status: 'registered', acceptedAt: null }, 'nothing'],
    ['the office asks for a supplement', { status: 'supplement-requested' }, 'nothing'],
    ['the office asks for a payment', { status: 'payment-requested' }, 'nothing'],
    [
      'the account waits to be activated',
      { kind: 'account', state: 'pending' } as Partial<OfficeState>,
      'nothing',
    ],
  ])('stays for ever while %s', async (_why, office, left) => {
    const id = await finished(office, left);
    const before = await rowsOf(id);
    later(DAYS * 100);
    expect(await records.forgetSettled(DAYS)).toBe(0);
    expect(listed()).toEqual([id]);
    expect(await rowsOf(id)).toEqual(before);
    expect((await records.findSummary(id))?.submission.id).toBe(id);
  });

  describe('a supplement', () => {
    it('goes as many days after it was made, and the word on its dossier with the last copy', async () => {
      const dossierId = await finished();
      later(5);
      const id = await finished({}, 'nothing', { dossierId, requestId: v7() });
      later(DAYS);
      expect(await records.forgetSettled(DAYS)).toBe(1);
      expect(listed()).toEqual([id]);
      expect(await rowsOf(dossierId)).toEqual(['officeStates']);
      later(DAYS + 5);
      expect(await records.forgetSettled(DAYS)).toBe(1);
      expect(listed()).toEqual([]);
      for (const gone of [id, dossierId]) expect(await rowsOf(gone)).toEqual([]);
    });

    it('of a dossier that was filed on another tablet goes by the same word', async () => {
      const dossierId = v7();
      const id = await finished({}, 'nothing', { dossierId, requestId: v7() });
      later(DAYS);
      expect(await records.forgetSettled(DAYS)).toBe(1);
      for (const gone of [id, dossierId]) expect(await rowsOf(gone)).toEqual([]);
    });

    it('stays while the dossier is not settled, or nothing was heard of it', async () => {
      const asked = { dossierId: v7(), requestId: v7() };
      const id = await finished({ status: 'supplement-requested' }, 'nothing', asked);
      later(DAYS * 100);
      expect(await records.forgetSettled(DAYS)).toBe(0);
      await tables.write((transaction) => transaction.delete('officeStates', asked.dossierId));
      expect(await records.forgetSettled(DAYS)).toBe(0);
      expect((await records.findSummary(id))?.submission.id).toBe(id);
    });
  });

  it("stays when it is a colleague's", async () => {
    const id = await finished();
    later(DAYS * 2);
    const colleague = await storage.openRecords(await sampleVault());
    expect(await colleague.forgetSettled(DAYS)).toBe(0);
    expect(await records.findSummary(id)).toBeDefined();
  });

  it('goes in portions, and another tab is told', async () => {
    for (let count = 0; count < FORGET_AT_ONCE + 2; count += 1) await finished();
    later(DAYS);
    let told = 0;
    storage.onChange(() => {
      told += 1;
    });
    expect(await records.forgetSettled(DAYS)).toBe(FORGET_AT_ONCE);
    expect(await records.forgetSettled(DAYS)).toBe(2);
    expect(await records.forgetSettled(DAYS)).toBe(0);
    expect(listed()).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });
});
