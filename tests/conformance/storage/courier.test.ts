import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BroughtItem } from '../../../src/client/storage/courier.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { concatBytes } from '../../../src/contract/bytes.ts';
import { writeHeader } from '../../../src/contract/envelope/layout.ts';
import { sha256Base64url } from '../../../src/contract/keys.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const OWNER = { deviceId: v7(), staffId: v7() };

async function envelope(id = v7(), length = 300): Promise<BroughtItem & { of: 'envelope' }> {
  const head = writeHeader({ id, kind: 'dossier', contractVersion: 2, recipientKeyId: 'AAAAAAAAAAA' });
  const bytes = concatBytes(head, crypto.getRandomValues(new Uint8Array(length)));
  return { of: 'envelope', id, digest: await sha256Base64url(bytes), owner: OWNER, bytes };
}

async function photo(submissionId: string, id = v7()): Promise<BroughtItem & { of: 'attachment' }> {
  const bytes = crypto.getRandomValues(new Uint8Array(500));
  return { of: 'attachment', id, submissionId, digest: await sha256Base64url(bytes), owner: OWNER, bytes };
}

describe.each(ADAPTERS)('items brought by courier, on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  beforeEach(async () => {
    disk = createDisk();
    storage = await disk.open();
  });
  afterEach(() => storage.close());

  it('are sent like our own, and say whose they are', async () => {
    const one = await envelope();
    const its = await photo(one.id);
    expect(await storage.courier.takeIn([one, its])).toEqual(['taken', 'taken']);
    const [next] = await storage.outbox.nextEnvelopes(5, 1e6);
    expect(next).toMatchObject({
      id: one.id,
      kind: 'dossier',
      state: 'waiting',
      carriedFor: OWNER.deviceId,
      staffId: OWNER.staffId,
    });
    expect(next?.bytes).toEqual(one.bytes);
    expect(await storage.outbox.readEnvelope(one.id)).toEqual(one.bytes);
    expect(await storage.outbox.readCiphertext(its.id)).toEqual(its.bytes);
    expect(await storage.outbox.listAttachments()).toMatchObject([
      { id: its.id, submissionId: one.id, carriedFor: OWNER.deviceId, ciphertextSize: 500 },
    ]);
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 1 });
  });

  it('twice are there once; another tab and a restart see them', async () => {
    const one = await envelope();
    const its = await photo(one.id);
    await storage.courier.takeIn([its, one, its]);
    const tab = await disk.open();
    expect(await tab.courier.takeIn([one, its])).toEqual(['already-here', 'already-here']);
    expect(await tab.outbox.listEnvelopes()).toHaveLength(1);
    tab.close();
  });

  it('with the id of something else here are kept out, and what is here stays', async () => {
    const one = await envelope();
    const its = await photo(one.id);
    await storage.courier.takeIn([one, its]);
    const twin = await envelope(one.id, 120);
    const otherPhoto = await photo(one.id, its.id);
    const elsewhere = { ...its, submissionId: v7() };
    expect(await storage.courier.takeIn([twin, otherPhoto, elsewhere])).toEqual([
      'conflict',
      'conflict',
      'conflict',
    ]);
    expect(await storage.outbox.readEnvelope(one.id)).toEqual(one.bytes);
    expect(await storage.outbox.readCiphertext(its.id)).toEqual(its.bytes);
  });

  it('never take the place of a draft of this tablet or of its photos', async () => {
    const records = await storage.openRecords(await sampleVault());
    const draft = sampleDraft();
    const saved = await records.saveDraft(draft, sampleEntry(draft));
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const added = await records.addAttachment({ ...draft, updatedAt: saved.at }, sampleEntry(draft), {
      document: 'birthProof',
      bytes: new Uint8Array([1, 2, 3]),
      mediaType: 'image/jpeg',
    });
    if (added.kind !== 'added') throw new Error(added.kind);
    const brought = [await envelope(draft.id), await photo(v7(), added.attachment.id)];
    expect(await storage.courier.takeIn(brought)).toEqual(['conflict', 'conflict']);
    expect(await records.readAttachment(added.attachment)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await storage.outbox.listEnvelopes()).toEqual([]);
  });

  it('that are no envelope, or another one than named, are kept out', async () => {
    const one = await envelope();
    const noise = { ...one, bytes: crypto.getRandomValues(new Uint8Array(200)) };
    expect(await storage.courier.takeIn([noise, { ...one, id: v7() }])).toEqual([
      'not-an-envelope',
      'not-an-envelope',
    ]);
    expect(await storage.outbox.listEnvelopes()).toEqual([]);
  });

  it('on a full disk: nothing is half there, and it is said which had no room', async () => {
    const one = await envelope();
    const its = await photo(one.id);
    await disk.whileFull(async () => {
      expect(await storage.courier.takeIn([one, its])).toEqual(['no-space', 'no-space']);
    });
    expect(await storage.outbox.listEnvelopes()).toEqual([]);
    expect(await storage.courier.takeIn([one, its])).toEqual(['taken', 'taken']);
  });

  it('leave by a receipt over their very digest only, and keep it', async () => {
    const one = await envelope();
    const its = await photo(one.id);
    await storage.courier.takeIn([one, its]);
    const of = (item: BroughtItem, digest = item.digest) =>
      ({ id: item.id, of: item.of, digest, receivedAt: '2026-11-22T10:00:00Z' }) as const;
    const strangers = [of(one, its.digest), of(its, one.digest), of(await envelope())];
    for (const stranger of strangers) expect(await storage.courier.settle(stranger, 'a.b.c')).toBe(0);
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 1 });
    expect(await storage.courier.settle(of(one), 'a.b.c')).toBe(1);
    expect(await storage.courier.settle(of(its), 'd.e.f')).toBe(1);
    expect(await storage.courier.settle(of(one), 'a.b.c')).toBe(0);
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1, bytesWaiting: 0 });
    expect(await storage.outbox.listEnvelopes()).toMatchObject([
      { id: one.id, state: 'received', receipt: 'a.b.c', carriedFor: OWNER.deviceId },
    ]);
    expect(await storage.outbox.readEnvelope(one.id)).toBeUndefined();
    expect(await storage.courier.takeIn([one, its])).toEqual(['already-here', 'already-here']);
  });

  it('are many without one waiting for another: a photo goes even where its envelope did not come along', async () => {
    const many = await Promise.all(Array.from({ length: 60 }, () => envelope()));
    expect(new Set(await storage.courier.takeIn(many))).toEqual(new Set(['taken']));
    expect(await storage.outbox.listEnvelopes()).toHaveLength(60);
    const alone = await photo(v7());
    const [first] = many;
    if (first === undefined) throw new Error('no envelope');
    const behindItsEnvelope = await photo(first.id);
    await storage.courier.takeIn([alone, behindItsEnvelope]);
    expect((await storage.outbox.nextAttachments(10)).map(({ id }) => id)).toEqual([alone.id]);
  });
});
