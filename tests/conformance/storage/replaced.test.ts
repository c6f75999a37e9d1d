import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/client/storage/model.ts';
import type { Outbox, Records, Storage } from '../../../src/client/storage/storage.ts';
import type { Change } from '../../../src/contract/down/change.ts';
import { receiptText, type VerifiedReceipts } from '../../../src/contract/down/receipt-list.ts';
import { sealAttachment } from '../../../src/contract/envelope/attachment.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../support/seal/samples.ts';
import { ADAPTERS } from './adapters.ts';

/* A refused submission, mended: never sent again, out of everybody's way, and not given up before the office has the other. */

const AT = '2026-11-22T03:00:00.000Z';
type Answer = Parameters<Outbox['applyAnswer']>[0];
const answerWith = (parts: Partial<Answer>): Answer => ({
  refusals: [],
  changes: [],
  cursor: 0,
  contractVersion: 2,
  at: AT,
  leases: [],
  ...parts,
});
const receiptsFor = (id: string, digest: string): VerifiedReceipts => {
  const receipts = [{ id, of: 'envelope' as const, digest, receivedAt: AT }];
  return { list: { keyId: 'BBBBBBBBBBB', signature: 'x', text: receiptText(receipts) }, receipts };
};

describe.each(ADAPTERS)('a mended submission on $name', ({ createDisk }) => {
  let storage: Storage;
  let records: Records;
  let outbox: Outbox;

  beforeEach(async () => {
    storage = await createDisk().open();
    records = await storage.openRecords(await sampleVault());
    ({ outbox } = storage);
  });
  afterEach(() => storage.close());

  /** Finishes a draft with one photo; `replaces` as the draft says. */
  async function finish(draft: Draft) {
    const id = v7();
    const { ciphertext, ...sealed } = await sealAttachment(new Uint8Array([1, 2, 3]), id);
    const attachment = { ...sealed, id, document: 'birth-proof', size: 3, mediaType: 'image/jpeg' as const };
    const photo = { ...attachment, ciphertextSize: ciphertext.length, addedAt: AT };
    const withPhoto = { ...draft, attachments: [photo] };
    await records.beginCorrection(withPhoto, sampleEntry(draft), [{ id, ciphertext }]);
    const envelope = await sampleEnvelope(draft.id);
    const submission = sampleSubmission({ id: draft.id, attachments: [attachment] });
    const entry = { ...sampleEntry(draft), state: 'finished' as const };
    expect(await records.finish(withPhoto, envelope, { submission, title: 'Mẫu' }, entry)).toEqual({
      kind: 'queued',
    });
    return { id: draft.id, digest: envelope.digest, photo: id };
  }

  const refuse = (item: { readonly id: string; readonly digest: string }) =>
    outbox.applyAnswer(
      answerWith({
        refusals: [{ id: item.id, of: 'envelope', digest: item.digest, reason: 'answers-invalid' }],
      }),
    );
  const receive = (item: { readonly id: string; readonly digest: string }) =>
    outbox.applyAnswer(answerWith({ received: receiptsFor(item.id, item.digest) }));
  const waitingIds = async () => (await outbox.nextEnvelopes(10, 1e9)).map(({ id }) => id);

  async function refusedAndMended() {
    const first = await finish(sampleDraft());
    await refuse(first);
    expect(await outbox.counts()).toMatchObject({ waiting: 0, attention: 1 });
    const mended = await finish({ ...sampleDraft(), replaces: [first.id] });
    return { first, mended };
  }

  it('leaves the count, is not sent again even when asked to, and keeps its bytes', async () => {
    const { first, mended } = await refusedAndMended();
    expect(await outbox.counts()).toMatchObject({ waiting: 1, attention: 0 });
    expect(await outbox.health()).toMatchObject({ unsent: 1, attention: 0 });
    await outbox.retry(first.id);
    expect(await waitingIds()).toEqual([mended.id]);
    expect(await outbox.readEnvelope(first.id)).toBeDefined();
    expect(await outbox.readCiphertext(first.photo)).toBeDefined();
    expect((await outbox.listEnvelopes()).find(({ id }) => id === first.id)).toMatchObject({
      state: 'attention',
      replacedBy: mended.id,
    });
  });

  it('is given up when the office has the mended one, and its row still says what was decided', async () => {
    const { first, mended } = await refusedAndMended();
    await refuse(mended);
    expect(await outbox.readEnvelope(first.id)).toBeDefined();
    await outbox.retry(mended.id);
    await receive(mended);
    expect(await outbox.readEnvelope(first.id)).toBeUndefined();
    expect(await outbox.readCiphertext(first.photo)).toBeUndefined();
    expect(await outbox.readCiphertext(mended.photo)).toBeDefined();
    expect((await outbox.listEnvelopes()).find(({ id }) => id === first.id)?.replacedBy).toBe(mended.id);
  });

  it('counts again like any other when the office turns out to hold it', async () => {
    const { first, mended } = await refusedAndMended();
    await receive(first);
    expect((await outbox.listEnvelopes()).find(({ id }) => id === first.id)?.state).toBe('received');
    expect((await outbox.nextAttachments(10)).map(({ id }) => id)).toContain(first.photo);
    await outbox.applyAnswer(
      answerWith({
        refusals: [{ id: mended.id, of: 'envelope', digest: mended.digest, reason: 'already-received' }],
      }),
    );
    expect(await outbox.counts()).toMatchObject({ attention: 1 });
    await outbox.keepFirst(mended.id, [first.id]);
    expect(await outbox.counts()).toMatchObject({ attention: 0 });
  });

  it('can be sent again for its receipt where only the office knows that it has it', async () => {
    const { first, mended } = await refusedAndMended();
    await outbox.applyAnswer(
      answerWith({
        refusals: [{ id: mended.id, of: 'envelope', digest: mended.digest, reason: 'already-received' }],
      }),
    );
    await outbox.keepFirst(mended.id, [first.id]);
    expect(await waitingIds()).toEqual([first.id]);
    expect(await outbox.readEnvelope(mended.id)).toBeDefined();
    await receive(first);
    expect(await outbox.counts()).toMatchObject({ waiting: 1, attention: 0, received: 0 });
    expect(await outbox.readEnvelope(mended.id)).toBeUndefined();
  });

  it('keeps the latest of each piece of news, whatever order they come in', async () => {
    const handed = (cursor: number, state: 'waiting' | 'to-correct'): Change => ({
      kind: 'handed-item',
      cursor,
      submissionId: '0190a1b2-0000-7000-8000-000000000001',
      state,
      at: AT,
    });
    const catalogue: Change = { kind: 'catalogue', cursor: 3, procedures: [], languagePacks: [] };
    await outbox.applyAnswer(answerWith({ changes: [handed(2, 'to-correct'), catalogue] }));
    await outbox.applyAnswer(answerWith({ changes: [handed(1, 'waiting')] }));
    const news = await outbox.listOfficeNews();
    expect(news).toHaveLength(2);
    expect(news).toContainEqual(handed(2, 'to-correct'));
    expect(await outbox.listOfficeStates()).toEqual([]);
  });
});
