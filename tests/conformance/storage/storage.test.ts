import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceRecord, Draft } from '../../../src/client/storage/model.ts';
import type { Outbox, Records, Storage } from '../../../src/client/storage/storage.ts';
import { NoSpaceLeft } from '../../../src/client/storage/watch-space.ts';
import { makeDeviceKeys } from '../../../src/client/vault/device-keys.ts';
import type { OpenVault, VaultRecord } from '../../../src/client/vault/model.ts';
import { toBase64url } from '../../../src/contract/base64url.ts';
import type { Receipt } from '../../../src/contract/down/receipt.ts';
import { receiptText, type VerifiedReceipts } from '../../../src/contract/down/receipt-list.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const PHOTO = {
  document: 'birth-certificate',
  bytes: new Uint8Array([1, 2, 3, 4]),
  mediaType: 'image/jpeg' as const,
};
const OTHER_DIGEST = 'A'.repeat(43);

const DEVICE: DeviceRecord = {
  deviceId: v7(),
  deviceName: 'Máy 1',
  commune: { code: '16174', name: 'Xã mẫu' },
  sealingKey: { id: 'AAAAAAAAAAA', publicKey: 'k1' },
  receiptKeys: [{ id: 'BBBBBBBBBBB', publicKey: 'k2' }],
  cursor: 5,
  leases: [],
  demo: false,
};

const vaultRecord = (staffId: string): VaultRecord => ({
  staffId,
  displayName: 'Cán bộ mẫu',
  login: 'mau',
  salt: new Uint8Array(16),
  cost: { memory: 64, passes: 1 },
  wrappedKeys: new Uint8Array(40),
  signingPublicKey: new Uint8Array(65),
  signerKeyId: 'AAAAAAAAAAA',
});

type Answer = Parameters<Outbox['applyAnswer']>[0];
const answerWith = (parts: Partial<Answer>): Answer => ({
  refusals: [],
  changes: [],
  cursor: 0,
  contractVersion: 2,
  at: '2026-11-22T03:00:00.000Z',
  leases: [],
  sealingKey: DEVICE.sealingKey,
  receiptKeys: DEVICE.receiptKeys,
  ...parts,
});
const receiptFor = (id: string, of: 'envelope' | 'attachment', digest: string): Receipt => ({
  id,
  of,
  digest,
  receivedAt: '2026-11-22T10:00:00+07:00',
});
/** As the caller hands it over: its signature checked. */
const listOf = (...receipts: readonly Receipt[]): VerifiedReceipts => ({
  list: {
    keyId: 'BBBBBBBBBBB',
    signature: toBase64url(crypto.getRandomValues(new Uint8Array(64))),
    text: receiptText(receipts),
  },
  receipts,
});

describe.each(ADAPTERS)('storage on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  let vault: OpenVault;
  let records: Records;
  const opened: Storage[] = [];
  const openTab = async () => {
    const tab = await disk.open();
    opened.push(tab);
    return tab;
  };

  beforeEach(async () => {
    disk = createDisk();
    storage = await openTab();
    vault = await sampleVault();
    records = await storage.openRecords(vault);
  });
  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });

  const begin = async (): Promise<Draft> => {
    const draft = sampleDraft();
    const outcome = await records.saveDraft(draft, sampleEntry(draft));
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    return { ...draft, updatedAt: outcome.at };
  };
  const finish = async (draft: Draft, kind: 'account' | 'dossier' = 'dossier') => {
    const sealed = await sampleEnvelope(draft.id, kind);
    const attachments = draft.attachments.map(({ addedAt: _a, ciphertextSize: _s, ...rest }) => rest);
    const submission = sampleSubmission({ id: draft.id, kind, attachments });
    const entry = { ...sampleEntry(draft), state: 'finished' as const };
    const outcome = await records.finish(draft, sealed, { submission, title: 'Lò Thị Mẫu' }, entry);
    return { sealed, outcome };
  };

  it('keeps the tablet, its keys, vaults and counted PINs across a restart', async () => {
    const keys = await makeDeviceKeys(DEVICE.deviceId);
    await storage.putDevice(DEVICE);
    await storage.putDeviceKeys(keys);
    await storage.putPinAttempts(vault.staffId, { failures: 3, notBefore: 9, lockedOut: false });
    await storage.putPendingEnrolment('k', new Uint8Array([7]));
    storage.close();
    const again = await openTab();
    expect(await again.findDevice()).toEqual(DEVICE);
    const found = await again.findDeviceKeys();
    expect(found?.requestKey.privateKey.extractable).toBe(false);
    expect(found?.pinSecret.algorithm.name).toBe('HKDF');
    expect(await again.getPinAttempts(vault.staffId)).toEqual({
      failures: 3,
      notBefore: 9,
      lockedOut: false,
    });
    expect(await again.getPinAttempts(v7())).toEqual({ failures: 0, notBefore: 0, lockedOut: false });
    expect(await again.findPendingEnrolment('k')).toEqual(new Uint8Array([7]));
    await again.putPendingEnrolment('k', undefined);
    expect(await again.findPendingEnrolment('k')).toBeUndefined();
  });

  it('refuses work after it was closed', async () => {
    storage.close();
    await expect(storage.findDevice()).rejects.toThrow('closed');
  });

  it('keeps a draft and its list line across a restart', async () => {
    const draft = await begin();
    storage.close();
    const again = await (await openTab()).openRecords(vault);
    expect(await again.findDraft(draft.id)).toEqual(draft);
    expect(again.listEntries()).toEqual([sampleEntry(draft)]);
  });

  it('keeps what tells a person from others of the name in the line, and lines without it', async () => {
    await begin();
    const draft = sampleDraft();
    const person = { name: 'Lò Thị Mẫu', nationalId: '038199000001', birthYear: 1999, commune: '16174' };
    await records.saveDraft({ ...draft, others: ['another'] }, { ...sampleEntry(draft), person });
    storage.close();
    const again = await (await openTab()).openRecords(vault);
    expect(again.listEntries().map((entry) => entry.person)).toEqual(
      expect.arrayContaining([undefined, person]),
    );
    expect((await again.findDraft(draft.id))?.others).toEqual(['another']);
  });

  it('gives a draft to its author only', async () => {
    const draft = await begin();
    const colleague = await storage.openRecords(await sampleVault());
    expect(await colleague.findDraft(draft.id)).toBeUndefined();
    expect(colleague.listEntries()).toEqual([]);
  });

  it('throws for a draft that does not open, and leaves its row', async () => {
    const draft = await begin();
    const sameNameOtherKey = await storage.openRecords(await sampleVault(vault.staffId));
    await expect(sameNameOtherKey.findDraft(draft.id)).rejects.toThrow(`draft/${draft.id}`);
    expect(sameNameOtherKey.listEntries()).toEqual([]);
    const other = sampleDraft();
    await sameNameOtherKey.saveDraft(other, sampleEntry(other));
    const mine = await (await openTab()).openRecords(vault);
    expect(await mine.findDraft(draft.id)).toEqual(draft);
    expect(mine.listEntries().map(({ id }) => id)).toEqual([draft.id]);
  });

  it('says stale, and writes nothing, when another tab saved meanwhile', async () => {
    const draft = await begin();
    const tab = await (await openTab()).openRecords(vault);
    const theirs = await tab.findDraft(draft.id);
    if (!theirs) throw new Error('not found');
    const newer = { ...theirs, answers: { 'child.name': 'Hà Văn Mẫu' } };
    await tab.saveDraft(newer, sampleEntry(newer));
    const outcome = await records.saveDraft({ ...draft, answers: {} }, sampleEntry(draft, 'cũ'));
    expect(outcome).toMatchObject({ kind: 'stale', current: { answers: newer.answers } });
    expect((await records.findDraft(draft.id))?.answers).toEqual(newer.answers);
    expect(records.listEntries().map(({ title }) => title)).toEqual(['Lò Thị Mẫu']);
  });

  it('does not bring back a draft that another tab finished or discarded', async () => {
    const [one, two] = [await begin(), await begin()];
    const tab = await (await openTab()).openRecords(vault);
    await tab.discardDraft(one.id);
    await finish(two);
    expect(await records.saveDraft(one, sampleEntry(one))).toEqual({ kind: 'stale', current: undefined });
    expect(await tab.saveDraft(two, sampleEntry(two))).toEqual({ kind: 'stale', current: undefined });
    expect(await records.addAttachment(one, sampleEntry(one), PHOTO)).toEqual({ kind: 'stale' });
    expect(records.listEntries().map(({ id, state }) => [id, state])).toEqual([[two.id, 'finished']]);
  });

  it('loses no line when two tabs write many at the same time', async () => {
    const tab = await (await openTab()).openRecords(vault);
    const drafts = Array.from({ length: 20 }, () => sampleDraft());
    await Promise.all(drafts.map((draft, i) => (i % 2 ? tab : records).saveDraft(draft, sampleEntry(draft))));
    const fresh = await (await openTab()).openRecords(vault);
    expect(new Set(fresh.listEntries().map(({ id }) => id))).toEqual(new Set(drafts.map(({ id }) => id)));
  });

  it('tells other tabs of a change after their list has it', async () => {
    const other = await openTab();
    const tab = await other.openRecords(vault);
    const told = new Promise<number>((resolve) => {
      other.onChange(() => resolve(tab.listEntries().length));
    });
    await begin();
    expect(await told).toBe(1);
  });

  it('keeps more lines than one page holds, each once', async () => {
    const drafts = Array.from({ length: 300 }, () => sampleDraft());
    for (const draft of drafts) await records.saveDraft(draft, sampleEntry(draft));
    const again = await (await openTab()).openRecords(vault);
    expect(again.listEntries()).toHaveLength(300);
    expect(new Set(again.listEntries().map(({ id }) => id)).size).toBe(300);
  });

  it('finds by the beginning of any word, without accents, newest first', async () => {
    for (const title of ['Lò Thị Hoà', 'Đinh Văn Thịnh', 'Hà Thị Lò']) {
      const draft = sampleDraft();
      await records.saveDraft(draft, sampleEntry(draft, title));
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const titles = (text: string, limit = 9) => records.search(text, limit).map((entry) => entry.title);
    expect(titles('thi lo')).toEqual(['Hà Thị Lò', 'Lò Thị Hoà']);
    expect(titles('DINH')).toEqual(['Đinh Văn Thịnh']);
    expect(titles('poong', 1)).toEqual(['Hà Thị Lò']);
    expect(titles('inh')).toEqual([]);
  });

  it('keeps photos sealed, readable by their key, and removes them with the draft', async () => {
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(added.draft.attachments).toEqual([added.attachment]);
    expect(await records.readAttachment(added.attachment)).toEqual(PHOTO.bytes);
    const wrongKey = { id: added.attachment.id, key: 'A'.repeat(43) };
    expect(await records.readAttachment(wrongKey)).toBeUndefined();
    const second = await records.addAttachment(added.draft, sampleEntry(draft), PHOTO);
    if (second.kind !== 'added') throw new Error(second.kind);
    const left = await records.removeAttachment(second.draft, sampleEntry(draft), added.attachment.id);
    expect(left.attachments.map(({ id }) => id)).toEqual([second.attachment.id]);
    expect(await records.readAttachment(added.attachment)).toBeUndefined();
    await records.discardDraft(draft.id);
    expect(await records.readAttachment(second.attachment)).toBeUndefined();
    expect(await records.findDraft(draft.id)).toBeUndefined();
    expect(records.listEntries()).toEqual([]);
  });

  it('merges a photo into what another tab saved', async () => {
    const draft = await begin();
    const tab = await (await openTab()).openRecords(vault);
    const theirs = { ...draft, answers: { ...draft.answers, 'mother.name': 'Hà Thị Mẫu' } };
    await tab.saveDraft(theirs, sampleEntry(theirs));
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    expect(await tab.findDraft(draft.id)).toEqual(added.draft);
    expect(added.draft.answers).toEqual(theirs.answers);
  });

  it('merges nothing into a draft that another tab moved to another version', async () => {
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const tab = await (await openTab()).openRecords(vault);
    const aside = [{ version: 1, aside: { 'mother.name': 'Hà Thị Mẫu' } }];
    const moved = { ...added.draft, procedure: { ...draft.procedure, version: 2 }, left: aside };
    await tab.saveDraft(moved, sampleEntry(moved));
    const stored = await tab.findDraft(draft.id);
    expect(stored).toMatchObject({ procedure: { version: 2 }, left: aside });
    expect(await records.addAttachment(added.draft, sampleEntry(draft), PHOTO)).toEqual({ kind: 'stale' });
    await records.removeAttachment(added.draft, sampleEntry(draft), added.attachment.id);
    expect(await tab.findDraft(draft.id)).toEqual(stored);
    expect(await records.readAttachment(added.attachment)).toEqual(PHOTO.bytes);
  });

  it('writes nothing at all when the disk is full', async () => {
    const draft = await begin();
    const before = records.listEntries();
    const summary = { submission: sampleSubmission({ id: draft.id }), title: '' };
    const sealed = await sampleEnvelope(draft.id);
    await disk.whileFull(async () => {
      const changed = { ...draft, answers: {} };
      expect(await records.saveDraft(changed, sampleEntry(draft, 'mới'))).toEqual({ kind: 'no-space' });
      expect(await records.addAttachment(draft, sampleEntry(draft), PHOTO)).toEqual({ kind: 'no-space' });
      expect(await records.finish(draft, sealed, summary, sampleEntry(draft, 'x'))).toEqual({
        kind: 'no-space',
      });
    });
    expect(records.listEntries()).toEqual(before);
    expect(await records.findDraft(draft.id)).toEqual(draft);
    expect(await storage.outbox.listEnvelopes()).toEqual([]);
    expect(await records.findSummary(draft.id)).toBeUndefined();
    expect(await records.saveDraft(draft, sampleEntry(draft))).toMatchObject({ kind: 'saved' });
  });

  it('finishes in one step: envelope and photos queued, draft gone, summary kept; twice does nothing', async () => {
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { sealed, outcome } = await finish(added.draft);
    expect(outcome).toEqual({ kind: 'queued' });
    expect(await records.findDraft(draft.id)).toBeUndefined();
    expect((await records.findSummary(draft.id))?.submission.id).toBe(draft.id);
    expect(await storage.outbox.nextEnvelopes(9, 1e9)).toMatchObject([{ ...sealed, state: 'waiting' }]);
    expect((await finish(added.draft)).outcome).toEqual({ kind: 'already-finished' });
    expect(await storage.outbox.nextEnvelopes(9, 1e9)).toMatchObject([sealed]);
    await records.discardDraft(draft.id);
    expect(await storage.outbox.readCiphertext(added.attachment.id)).toBeDefined();
  });

  it('frees photos that the submission no longer names, and refuses to queue one that is not there', async () => {
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    await finish({ ...added.draft, attachments: [] });
    expect(await storage.outbox.readCiphertext(added.attachment.id)).toBeUndefined();
    const other = await begin();
    await expect(finish({ ...other, attachments: added.draft.attachments })).rejects.toThrow('photo');
    expect(await records.findDraft(other.id)).toEqual(other);
    expect(await storage.outbox.listEnvelopes()).toHaveLength(1);
  });

  it('sends accounts before dossiers, oldest first, within limits, and one too long alone', async () => {
    const drafts = [await begin(), await begin(), await begin()];
    for (const [i, draft] of drafts.entries()) await finish(draft, i === 2 ? 'account' : 'dossier');
    const next = async (limit: number, bytes: number) =>
      (await storage.outbox.nextEnvelopes(limit, bytes)).map(({ id }) =>
        drafts.findIndex((d) => d.id === id),
      );
    expect(await next(9, 1e9)).toEqual([2, 0, 1]);
    expect(await next(2, 1e9)).toEqual([2, 0]);
    expect(await next(9, 450)).toEqual([2, 0]);
    expect(await next(9, 10)).toEqual([2]);
  });

  it('lets an item go only for a receipt whose digest matches (I2)', async () => {
    await storage.putDevice(DEVICE);
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { sealed } = await finish(added.draft);
    const photo = added.attachment;
    const { outbox } = storage;
    expect(await outbox.nextAttachments(9)).toEqual([]);
    const other = listOf(
      receiptFor(sealed.id, 'envelope', OTHER_DIGEST),
      receiptFor(photo.id, 'attachment', OTHER_DIGEST),
    );
    await outbox.applyAnswer(answerWith({ received: other }));
    expect(await outbox.applyReceiptList(other)).toBe(0);
    expect(await outbox.counts()).toMatchObject({ waiting: 1, received: 0, bytesWaiting: 200 + 32 });
    const received = listOf(receiptFor(sealed.id, 'envelope', sealed.digest));
    await outbox.applyAnswer(answerWith({ received }));
    expect(await outbox.nextEnvelopes(9, 1e9)).toEqual([]);
    const [row] = await outbox.listEnvelopes();
    expect(row).toMatchObject({ state: 'received' });
    expect(JSON.parse((await outbox.findProof(row?.receipt ?? '')) ?? '')).toEqual(received.list);
    expect(await outbox.nextAttachments(9)).toMatchObject([{ id: photo.id, submissionId: draft.id }]);
    expect(await records.readAttachment(photo)).toEqual(PHOTO.bytes);
    expect(await outbox.counts()).toMatchObject({ waiting: 1, received: 0, bytesWaiting: 32 });
    const { id, digest } = sealed;
    await outbox.applyAnswer(
      answerWith({ refusals: [{ id, of: 'envelope', digest, reason: 'unreadable' }] }),
    );
    // By another road than an answer, the same.
    const late = listOf(receiptFor(photo.id, 'attachment', photo.ciphertextDigest));
    expect(await outbox.applyReceiptList(late)).toBe(1);
    expect(await outbox.applyReceiptList(late)).toBe(0);
    expect(await outbox.counts()).toEqual({ waiting: 0, attention: 0, received: 1, bytesWaiting: 0 });
    expect(await records.readAttachment(photo)).toBeUndefined();
    expect((await records.findSummary(draft.id))?.submission.id).toBe(draft.id);
  });

  it('puts a refused item aside with its bytes and its reason, and back when asked (I6)', async () => {
    const [one, two] = [await begin(), await begin()];
    const { sealed } = await finish(one);
    await finish(two);
    const { outbox } = storage;
    const refusal = (digest: string) =>
      answerWith({ refusals: [{ id: one.id, of: 'envelope', digest, reason: 'answers-invalid' }] });
    await outbox.applyAnswer(refusal(OTHER_DIGEST));
    expect(await outbox.counts()).toMatchObject({ waiting: 2, attention: 0 });
    await outbox.applyAnswer(refusal(sealed.digest));
    expect((await outbox.nextEnvelopes(9, 1e9)).map(({ id }) => id)).toEqual([two.id]);
    expect(await outbox.counts()).toMatchObject({ waiting: 1, attention: 1 });
    await outbox.retry(one.id);
    const again = await outbox.nextEnvelopes(9, 1e9);
    expect(again.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(again[0]?.bytes).toHaveLength(200);
    expect(again[0]).not.toHaveProperty('attention');
  });

  it('keeps the proofs that version 1 of the contract gave, row by row', async () => {
    const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6IjEifQ.c2ln';
    expect(await storage.outbox.findProof(jws)).toBe(jws);
    expect(await storage.outbox.findProof('no-such-list')).toBeUndefined();
  });

  it('reads the news from the start when the app knows more kinds of them, and keeps keys that still hold', async () => {
    await storage.putDevice(DEVICE);
    const { sealingKey: _sealing, receiptKeys: _receipt, ...quiet } = answerWith({ cursor: 3 });
    await storage.outbox.applyAnswer(quiet);
    expect(await storage.findDevice()).toMatchObject({
      cursor: 3,
      contractVersion: 2,
      sealingKey: DEVICE.sealingKey,
      receiptKeys: DEVICE.receiptKeys,
    });
    await storage.outbox.applyAnswer(answerWith({ cursor: 2 }));
    expect(await storage.findDevice()).toMatchObject({ cursor: 3 });
  });

  it('gives attachments by size, and those whose envelope goes before them, and notes which were begun', async () => {
    const draft = await begin();
    const added = await records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { sealed } = await finish(added.draft);
    const { outbox } = storage;
    const { id, ciphertextSize: size } = added.attachment;
    const alongWith = new Set([sealed.id]);
    const ids = async (which: Parameters<Outbox['nextAttachments']>[1]) =>
      (await outbox.nextAttachments(9, which)).map((row) => row.id);
    expect(await ids({})).toEqual([]);
    expect(await ids({ alongWith })).toEqual([id]);
    expect(await ids({ alongWith, sizes: { most: size } })).toEqual([id]);
    expect(await ids({ alongWith, sizes: { least: size + 1 } })).toEqual([]);
    expect(await ids({ alongWith, sizes: { most: size - 1 } })).toEqual([]);
    await outbox.beginUpload(id);
    expect(await outbox.listAttachments()).toMatchObject([{ id, isBegun: true, state: 'waiting' }]);
    await outbox.refuse([
      { id, of: 'attachment', digest: added.attachment.ciphertextDigest, reason: 'digest-mismatch' },
    ]);
    expect(await outbox.counts()).toMatchObject({ waiting: 0, attention: 1 });
    expect(await outbox.readCiphertext(id)).toBeDefined();
  });

  it('never takes cursor or the word of the office back', async () => {
    await storage.putDevice(DEVICE);
    const submissionId = v7();
    const change = (cursor: number, state: 'pending' | 'active') =>
      ({ kind: 'account', cursor, submissionId, state, receivedAt: '2026-11-22T10:00:00+07:00' }) as const;
    const leases = [{ staffId: vault.staffId, until: '2026-12-01T00:00:00+07:00' }];
    await storage.outbox.applyAnswer(answerWith({ changes: [change(8, 'active')], cursor: 8, leases }));
    await storage.outbox.applyAnswer(answerWith({ changes: [change(7, 'pending')], cursor: 3, leases }));
    expect(await storage.outbox.findOfficeState(submissionId)).toEqual(change(8, 'active'));
    expect(await storage.findDevice()).toEqual({
      ...DEVICE,
      cursor: 8,
      contractVersion: 2,
      leases,
      lastAnswerAt: '2026-11-22T03:00:00.000Z',
    });
  });

  it('starts anew without the drafts of the lost PIN, and sends what was finished all the same (I2)', async () => {
    const colleague = await storage.openRecords(await sampleVault());
    const theirs = sampleDraft();
    await colleague.saveDraft(theirs, sampleEntry(theirs));
    const lost = await begin();
    const added = await records.addAttachment(lost, sampleEntry(lost), PHOTO);
    if (added.kind !== 'added') throw new Error(added.kind);
    const done = await begin();
    const finishedPhoto = await records.addAttachment(done, sampleEntry(done), PHOTO);
    if (finishedPhoto.kind !== 'added') throw new Error(finishedPhoto.kind);
    const { sealed } = await finish(finishedPhoto.draft);
    await storage.putPinAttempts(vault.staffId, { failures: 10, notBefore: 0, lockedOut: true });
    expect(await storage.countDrafts(vault.staffId)).toBe(1);

    const fresh = await sampleVault(vault.staffId);
    await storage.startAnew(vaultRecord(vault.staffId));
    const again = await storage.openRecords(fresh);
    expect(await storage.countDrafts(vault.staffId)).toBe(0);
    expect(await again.findDraft(lost.id)).toBeUndefined();
    expect(await again.readAttachment(added.attachment)).toBeUndefined();
    expect(await again.findSummary(done.id)).toBeUndefined();
    expect(again.listEntries()).toEqual([]);
    expect(again.unreadablePages()).toBe(0);
    expect(await storage.listVaults()).toEqual([vaultRecord(vault.staffId)]);
    expect((await storage.getPinAttempts(vault.staffId)).lockedOut).toBe(false);
    expect(await storage.outbox.nextEnvelopes(9, 1e9)).toMatchObject([sealed]);
    expect(await storage.outbox.readCiphertext(finishedPhoto.attachment.id)).toBeDefined();
    expect(await colleague.findDraft(theirs.id)).toMatchObject({ id: theirs.id });
    const next = sampleDraft();
    expect((await again.saveDraft(next, sampleEntry(next))).kind).toBe('saved');
  });

  it('says that the disk is full for as long as it is, and throws where a write has no other way to say so', async () => {
    const draft = await begin();
    const told: boolean[] = [];
    storage.onChange(() => told.push(storage.isFull()));
    await disk.whileFull(async () => {
      await expect(storage.startAnew(vaultRecord(vault.staffId))).rejects.toBeInstanceOf(NoSpaceLeft);
      expect(storage.isFull()).toBe(true);
      await expect(storage.putDevice(DEVICE).then(() => storage.putDevice(DEVICE))).rejects.toBeInstanceOf(
        NoSpaceLeft,
      );
    });
    expect(told).toContain(true);
    expect(await records.findDraft(draft.id)).toEqual(draft);
    await storage.putDevice(DEVICE);
    expect(storage.isFull()).toBe(false);
    expect(told.at(-1)).toBe(false);
  });

  it('counts the pages of a list that do not open', async () => {
    await begin();
    expect(records.unreadablePages()).toBe(0);
    const otherKey = await (await openTab()).openRecords(await sampleVault(vault.staffId));
    expect(otherKey.unreadablePages()).toBe(1);
    expect(otherKey.listEntries()).toEqual([]);
  });
});
