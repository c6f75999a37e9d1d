import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { type BroughtFile, bringIn } from '../../../../../../src/client/features/field/courier/bring-in.ts';
import { listCarriable } from '../../../../../../src/client/features/field/courier/carriable.ts';
import {
  listCarried,
  receiptsToTakeHome,
} from '../../../../../../src/client/features/field/courier/carried.ts';
import { planItems } from '../../../../../../src/client/features/field/courier/plan-items.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import { concatBytes } from '../../../../../../src/contract/bytes.ts';
import {
  type PlannedSet,
  planReceipts,
  writePart,
} from '../../../../../../src/contract/courier/planned-set.ts';
import {
  cutIntoFrames,
  joinFrames,
  type SeriesSeen,
  takeFrame,
} from '../../../../../../src/contract/courier/qr-frames.ts';
import type { Receipt } from '../../../../../../src/contract/down/receipt.ts';
import { signReceiptList } from '../../../../../../src/contract/down/receipt-list.ts';
import { signReceipt } from '../../../../../../src/contract/down/receipt-token.ts';
import { generateKeyPair, type NamedKeyPair } from '../../../../../../src/contract/keys.ts';
import { enrolTablet, idOf, type Tablet } from '../../../../../support/sync/tablet.ts';

const AT = '2026-11-22T10:00:00.000Z';
let office: NamedKeyPair;
let owner: Tablet;
let mine: Storage;
let courier: Storage;

beforeEach(async () => {
  office = await generateKeyPair('signing');
  owner = await enrolTablet(office);
  mine = owner.openTab();
  courier = createMemoryStorage();
});

async function filesOf(set: PlannedSet): Promise<BroughtFile[]> {
  return await Promise.all(
    set.parts.map(async (head) => {
      const bytes = concatBytes(...(await writePart(set, head)));
      return { name: `part-${head.part}`, size: bytes.length, read: async () => bytes };
    }),
  );
}

async function exportAll(partBytes?: number) {
  const carriable = listCarriable(await mine.outbox.listEnvelopes(), await mine.outbox.listAttachments());
  const chosen = new Set(carriable.map(({ submissionId }) => submissionId));
  const set = { setId: v7(), writtenAt: AT, ownDevice: idOf(900_000), ...(partBytes && { partBytes }) };
  return await filesOf(await planItems(mine, chosen, set));
}

const bringTo = (storage: Storage, files: readonly BroughtFile[], keys = [office]) =>
  bringIn(files, { storage, keys });

/** What the office would answer for everything that waits in this outbox. */
async function receiptsFor(storage: Storage): Promise<Receipt[]> {
  const envelopes = (await storage.outbox.listEnvelopes()).map(
    ({ id, digest }): Receipt => ({ id, of: 'envelope', digest, receivedAt: AT }),
  );
  const photos = (await storage.outbox.listAttachments()).map(
    ({ id, ciphertextDigest: digest }): Receipt => ({ id, of: 'attachment', digest, receivedAt: AT }),
  );
  return [...envelopes, ...photos];
}

async function receiptFiles(proofs: readonly string[]) {
  return await filesOf(await planReceipts(proofs, { setId: v7(), writtenAt: AT }));
}

// The storage looks into envelopes that a file brings: `queue` makes bytes that stand for one, so here they have a head.
async function queueTwo() {
  await owner.queue(1, { attachments: [900, 400], sealed: true });
  await owner.queue(2, { attachments: [300], sealed: true });
}

describe('giving along and taking along', () => {
  it('all that waits, in parts: the other tablet has it, the owner keeps it', async () => {
    await queueTwo();
    const files = await exportAll(1000);
    expect(files.length).toBeGreaterThan(1);
    const report = await bringTo(courier, files);
    expect([report.dossiers.taken, report.photos.taken, report.missing]).toEqual([2, 3, []]);
    const carried = listCarried(await courier.outbox.listEnvelopes(), await courier.outbox.listAttachments());
    expect(carried.map(({ deviceId, photos, state }) => [deviceId, photos, state.kind])).toEqual([
      [idOf(900_000), expect.any(Number), 'waiting'],
      [idOf(900_000), expect.any(Number), 'waiting'],
    ]);
    expect(await mine.outbox.counts()).toMatchObject({ waiting: 2 });
    expect((await courier.outbox.nextEnvelopes(9, 1e6)).map(({ digest }) => digest).sort()).toEqual(
      (await mine.outbox.nextEnvelopes(9, 1e6)).map(({ digest }) => digest).sort(),
    );
  });

  it('again, on the owner itself, and on from the courier: nothing twice, and whose it is stays known', async () => {
    await queueTwo();
    const files = await exportAll();
    await bringTo(courier, files);
    expect((await bringTo(courier, files)).dossiers).toMatchObject({ taken: 0, 'already-here': 2 });
    expect((await bringTo(mine, files)).dossiers).toMatchObject({ taken: 0, 'already-here': 2 });
    expect((await mine.outbox.listEnvelopes()).every((row) => row.carriedFor === undefined)).toBe(true);
    const third = createMemoryStorage();
    const set = { setId: v7(), writtenAt: AT, ownDevice: v7() };
    const onward = await planItems(courier, new Set([idOf(1), idOf(2)]), set);
    await bringTo(third, await filesOf(onward));
    expect((await third.outbox.listEnvelopes()).map((row) => row.carriedFor)).toEqual([
      idOf(900_000),
      idOf(900_000),
    ]);
  });

  it('a part damaged, one missing, a stranger among them: each named, the rest used', async () => {
    await queueTwo();
    const files = await exportAll(600);
    const [first, , ...others] = files;
    if (first === undefined) throw new Error('no file');
    const bytes = (await first.read()).slice();
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 255;
    const letter = new TextEncoder().encode('Kính gửi Ủy ban nhân dân xã');
    const report = await bringTo(courier, [
      { ...first, read: async () => bytes },
      { name: 'letter.txt', size: letter.length, read: async () => letter },
      { name: 'unplugged', size: 10, read: () => Promise.reject(new Error('gone')) },
      ...others,
    ]);
    const [damaged, stranger, unplugged] = report.files;
    expect(damaged).toMatchObject({ kind: 'read', part: 1, parts: files.length });
    expect((damaged?.damagedDossiers ?? 0) + (damaged?.damagedPhotos ?? 0)).toBe(1);
    expect([stranger?.kind, unplugged?.kind]).toEqual(['not-courier', 'damaged']);
    expect(report.missing.map(({ missing }) => missing)).toEqual([[2]]);
    expect(report.dossiers.taken + report.photos.taken).toBeGreaterThan(0);
    const healed = await bringTo(courier, files);
    expect(healed.dossiers.taken + healed.photos.taken).toBeGreaterThan(0);
    expect((await courier.outbox.listAttachments()).length).toBe(3);
  });

  it('by codes, shown out of order', async () => {
    await owner.queue(1, { attachments: [700], sealed: true });
    const set = { setId: v7(), writtenAt: AT, ownDevice: idOf(900_000) };
    const planned = await planItems(mine, new Set([idOf(1)]), set);
    const [head] = planned.parts;
    if (head === undefined) throw new Error('no part');
    const frames = await cutIntoFrames(concatBytes(...(await writePart(planned, head, { spare: false }))));
    expect(frames.length).toBeGreaterThan(2);
    let seen: SeriesSeen = [];
    let part: Uint8Array<ArrayBuffer> | undefined;
    for (const frame of frames.toReversed()) {
      const outcome = await takeFrame(seen, frame);
      if (outcome.kind === 'not-a-frame') throw new Error('not a frame');
      seen = outcome.seen;
      part = await joinFrames(outcome.series);
    }
    if (part === undefined) throw new Error('not whole');
    const whole = part;
    const report = await bringTo(courier, [{ name: 'codes', size: whole.length, read: async () => whole }]);
    expect([report.dossiers.taken, report.photos.taken]).toEqual([1, 1]);
  });
});

describe('receipts that come home by hand', () => {
  it('empty the queue of their owner, and only by signature and digest', async () => {
    await queueTwo();
    await bringTo(courier, await exportAll());
    const list = await signReceiptList(await receiptsFor(mine), office);
    await courier.outbox.applyReceiptList({ list, receipts: await receiptsFor(mine) });
    const rows = [await courier.outbox.listEnvelopes(), await courier.outbox.listAttachments()] as const;
    const proofs = await Promise.all(receiptsToTakeHome(...rows).map((one) => courier.outbox.findProof(one)));
    expect(proofs).toEqual([JSON.stringify(list)]);
    const files = await receiptFiles(proofs.filter((proof) => proof !== undefined));

    const stranger = await generateKeyPair('signing');
    const untrusted = await bringTo(mine, files, [stranger]);
    expect(untrusted.receipts).toEqual({ settled: 0, nothingNew: 0, otherKey: 1, invalid: 0 });
    expect(await mine.outbox.counts()).toMatchObject({ waiting: 2 });

    const home = await bringTo(mine, files);
    expect(home.receipts).toEqual({ settled: 5, nothingNew: 0, otherKey: 0, invalid: 0 });
    expect(await mine.outbox.counts()).toMatchObject({ waiting: 0, received: 2, bytesWaiting: 0 });
    expect((await bringTo(mine, files)).receipts).toMatchObject({ settled: 0, nothingNew: 1 });
  });

  it('with a word changed, or over other bytes, settle nothing', async () => {
    await queueTwo();
    const good = await receiptsFor(mine);
    const list = await signReceiptList(good, office);
    const changed = { ...list, text: list.text.replace('envelope', 'attachment') };
    const elsewhere = await signReceiptList(
      good.map((receipt) => ({ ...receipt, digest: 'A'.repeat(43) })),
      office,
    );
    const files = await receiptFiles([
      JSON.stringify(changed),
      'no receipt at all',
      JSON.stringify(elsewhere),
    ]);
    const { receipts } = await bringTo(mine, files);
    expect(receipts).toEqual({ settled: 0, nothingNew: 1, otherKey: 0, invalid: 2 });
    expect(await mine.outbox.counts()).toMatchObject({ waiting: 2 });
  });

  it('of version 1, one token for each item, count as well', async () => {
    await queueTwo();
    const tokens = await Promise.all(
      (await receiptsFor(mine)).map((receipt) => signReceipt(receipt, office)),
    );
    const { receipts } = await bringTo(mine, await receiptFiles(tokens));
    expect(receipts.settled).toBe(5);
    expect(await mine.outbox.counts()).toMatchObject({ waiting: 0 });
  });
});
