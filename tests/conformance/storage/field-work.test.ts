import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptWork } from '../../../src/client/storage/field-work.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import type { Receipt } from '../../../src/contract/down/receipt.ts';
import { receiptText } from '../../../src/contract/down/receipt-list.ts';
import { sealAttachment } from '../../../src/contract/envelope/attachment.ts';
import { sealReport } from '../../../src/contract/envelope/seal-report.ts';
import { generateKeyPair } from '../../../src/contract/keys.ts';
import type { ProblemWork, Visit } from '../../../src/contract/operations/field-work.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { sampleReport, sampleSupplement, sampleVault } from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const KEPT: KeptWork = {
  state: 'A'.repeat(43),
  askedAt: '2026-11-24T02:00:00.000Z',
  cursor: 7,
  work: { visits: [], supplements: [sampleSupplement()], appointments: [], problems: [] },
};

async function reportOf(vault: OpenVault, at = sampleReport().at) {
  const id = v7();
  const { key, ciphertext, ...digests } = await sealAttachment(new Uint8Array([1, 2, 3]), id);
  const photo = { id, document: 'photo', key, ...digests, size: 3, mediaType: 'image/jpeg' } as const;
  const assistedBy = { ...sampleReport().assistedBy, staffId: vault.staffId };
  const report = sampleReport({ id: v7(), attachments: [photo], assistedBy, at });
  const recipient = await generateKeyPair('sealing');
  const sealed = await sealReport({
    report,
    recipient,
    signer: vault.signingKey,
    contractVersion: CONTRACT_VERSION,
  });
  return { report, sealed, photos: [{ id, ciphertext }] };
}

describe.each(ADAPTERS)('work and reports, on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  let vault: OpenVault;
  beforeEach(async () => {
    disk = createDisk();
    storage = await disk.open();
    vault = await sampleVault();
  });
  afterEach(() => storage.close());

  it('keeps the work of one person over a restart, for nobody else to read', async () => {
    await (await storage.fieldWork()).put(vault, KEPT);
    storage.close();
    storage = await disk.open();
    const store = await storage.fieldWork();
    expect(await store.find(vault)).toEqual(KEPT);
    expect(await store.find(await sampleVault())).toBeUndefined();
    expect(await store.find(await sampleVault(vault.staffId))).toBeUndefined();
  });

  it('keeps a visit that went to a colleague for as long as a word on it is being written', async () => {
    const store = await storage.fieldWork();
    const visit: Visit = {
      id: v7(),
      day: '2026-11-25',
      village: 'bản Đôn',
      households: [],
      note: '',
      colleagues: [],
      status: 'planned',
    };
    const workOf = (visits: Visit[]): KeptWork => ({ ...KEPT, work: { ...KEPT.work, visits } });
    const visits = async () => (await store.find(vault))?.work.visits;
    await store.put(vault, workOf([visit, { ...visit, id: v7() }]));
    const of = { kind: 'visit', taskId: visit.id } as const;
    const unsent = { id: v7(), text: 'Hẹn thứ sáu.', outcome: null, files: [] };
    await store.saveUnsent(vault, of, unsent);
    for (let round = 0; round < 2; round += 1) {
      await store.put(vault, workOf([]));
      expect(await visits()).toEqual([{ ...visit, status: 'cancelled' }]);
    }
    const { assistedBy, at, attachments } = sampleReport();
    const said = { ...of, id: unsent.id, outcome: 'done', note: unsent.text, attachments, at } as const;
    const report = { ...said, assistedBy: { ...assistedBy, staffId: vault.staffId } };
    const seal = { recipient: await generateKeyPair('sealing'), contractVersion: CONTRACT_VERSION };
    const sealed = await sealReport({ ...seal, report, signer: vault.signingKey });
    expect(await store.report(vault, report, sealed, [])).toEqual({ kind: 'queued' });
    await store.put(vault, workOf([]));
    expect(await visits()).toEqual([]);
  });

  it('queues a report with its photo, once, and its author reads it', async () => {
    const store = await storage.fieldWork();
    const { report, sealed, photos } = await reportOf(vault);
    expect(await store.report(vault, report, sealed, photos)).toEqual({ kind: 'queued' });
    expect(await store.report(vault, report, sealed, photos)).toEqual({ kind: 'already-there' });
    const [waiting] = await storage.outbox.nextEnvelopes(5, 1e6);
    expect(waiting).toMatchObject({ id: report.id, kind: 'report', digest: sealed.digest });
    expect(await storage.outbox.nextAttachments(5, { alongWith: new Set([report.id]) })).toMatchObject([
      { id: photos[0]?.id, submissionId: report.id },
    ]);
    expect(await store.listReports(vault)).toEqual([report]);
    expect(await store.listReports(await sampleVault())).toEqual([]);
  });

  it('writes nothing of a report where the disk is full', async () => {
    const store = await storage.fieldWork();
    const { report, sealed, photos } = await reportOf(vault);
    await disk.whileFull(async () => {
      expect(await store.report(vault, report, sealed, photos)).toEqual({ kind: 'no-space' });
    });
    expect(await storage.outbox.listEnvelopes()).toEqual([]);
    expect(await store.listReports(vault)).toEqual([]);
    expect(await store.report(vault, report, sealed, photos)).toEqual({ kind: 'queued' });
  });

  describe('a report that is being written', () => {
    const general = { kind: 'problem', about: null } as const;

    async function unsentWithPhoto() {
      const id = v7();
      const { key, ciphertext, ...digests } = await sealAttachment(new Uint8Array([1, 2, 3]), id);
      const named = { id, document: 'photo', key, ...digests, size: 3, mediaType: 'image/jpeg' } as const;
      const file = { ...named, ciphertextSize: ciphertext.length };
      return { unsent: { id: v7(), text: 'Cầu hỏng.', outcome: null, files: [file] }, named, ciphertext };
    }

    it('is there after a restart, for its author alone, and stands apart from what was reported', async () => {
      const { unsent, named, ciphertext } = await unsentWithPhoto();
      const before = await storage.fieldWork();
      expect(
        await before.saveUnsent(vault, general, unsent, { added: { id: named.id, ciphertext } }),
      ).toEqual({
        kind: 'saved',
      });
      storage.close();
      storage = await disk.open();
      const store = await storage.fieldWork();
      expect(await store.findUnsent(vault, general)).toEqual(unsent);
      expect(await store.findUnsent(vault, { kind: 'problem', about: v7() })).toBeUndefined();
      expect(await store.findUnsent(await sampleVault(), general)).toBeUndefined();
      expect(await store.listReports(vault)).toEqual([]);
    });

    it('goes out with the photos kept meanwhile, and is gone with it', async () => {
      const { unsent, named, ciphertext } = await unsentWithPhoto();
      const store = await storage.fieldWork();
      await store.saveUnsent(vault, general, unsent, { added: { id: named.id, ciphertext } });
      const { report: sample } = await reportOf(vault);
      const report = { ...sample, id: unsent.id, attachments: [named] };
      const sealed = await sealReport({
        report,
        recipient: await generateKeyPair('sealing'),
        signer: vault.signingKey,
        contractVersion: CONTRACT_VERSION,
      });
      expect(await store.report(vault, report, sealed, [])).toEqual({ kind: 'queued' });
      expect(await storage.outbox.nextAttachments(5, { alongWith: new Set([report.id]) })).toMatchObject([
        { id: named.id },
      ]);
      expect(await store.findUnsent(vault, general)).toBeUndefined();
      expect(await store.listReports(vault)).toEqual([report]);
    });

    it('says where the disk is full, and forgets the bytes of a photo taken back', async () => {
      const { unsent, named, ciphertext } = await unsentWithPhoto();
      const store = await storage.fieldWork();
      const added = { id: named.id, ciphertext };
      await disk.whileFull(async () => {
        expect(await store.saveUnsent(vault, general, unsent, { added })).toEqual({ kind: 'no-space' });
      });
      expect(await store.findUnsent(vault, general)).toBeUndefined();
      await store.saveUnsent(vault, general, unsent, { added });
      const records = await storage.openRecords(vault);
      expect(await records.readAttachment(named)).toEqual(new Uint8Array([1, 2, 3]));
      await store.saveUnsent(vault, general, { ...unsent, files: [] }, { removed: named.id });
      expect(await records.readAttachment(named)).toBeUndefined();
    });

    it('writes nothing more under the name of a report that has gone', async () => {
      const store = await storage.fieldWork();
      const { report, sealed, photos } = await reportOf(vault);
      await store.report(vault, report, sealed, photos);
      const unsent = { id: report.id, text: 'Thêm một lời.', outcome: null, files: [] };
      const [photo] = photos;
      if (photo === undefined) throw new Error('a report without its photo');
      expect(await store.saveUnsent(vault, general, unsent)).toEqual({ kind: 'gone' });
      expect(await store.saveUnsent(vault, general, unsent, { removed: photo.id })).toEqual({ kind: 'gone' });
      expect(await store.findUnsent(vault, general)).toBeUndefined();
      expect(await storage.outbox.readCiphertext(photo.id)).toEqual(photo.ciphertext);
    });
  });

  describe('a report of long ago', () => {
    const DAYS = 30;
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

    /** Reported then; the office has it whole unless told otherwise, and its work names these problems. */
    async function reported(days: number, { isReceived = true, told = [] as readonly string[] } = {}) {
      const store = await storage.fieldWork();
      const { report, sealed, photos } = await reportOf(vault, ago(days));
      await store.report(vault, report, sealed, photos);
      if (isReceived) {
        const receivedAt = ago(days);
        const receipts: Receipt[] = [
          { of: 'envelope', id: report.id, digest: sealed.digest, receivedAt },
          ...report.attachments.map(
            ({ id, ciphertextDigest: digest }): Receipt => ({ of: 'attachment', id, digest, receivedAt }),
          ),
        ];
        const list = { keyId: 'k', signature: 's', text: receiptText(receipts) };
        await storage.outbox.applyReceiptList({ list, receipts });
      }
      const problems = told.map((id): ProblemWork => {
        const said = {
          about: null,
          state: 'sent' as const,
          departmentName: null,
          dueDate: null,
          answers: [],
        };
        return { ...said, id: id === 'this' ? report.id : id };
      });
      await store.put(vault, { ...KEPT, work: { ...KEPT.work, problems } });
      return { store, report };
    }

    it('goes with its rows in the queue once the office has it whole and tells nothing more of it', async () => {
      const { store } = await reported(DAYS + 1);
      expect(await store.forgetReports(vault, DAYS)).toBe(1);
      expect(await store.listReports(vault)).toEqual([]);
      expect(await storage.outbox.listEnvelopes()).toEqual([]);
      expect(await storage.outbox.listAttachments()).toEqual([]);
    });

    it.each([
      ['it is not as old', DAYS - 1, {}],
      ['the office does not have it', DAYS * 9, { isReceived: false }],
      ['the office still tells of it', DAYS * 9, { told: ['this'] }],
    ])('stays while %s', async (_why, days, how) => {
      const { store, report } = await reported(days, how);
      expect(await store.forgetReports(vault, DAYS)).toBe(0);
      expect(await store.listReports(vault)).toEqual([report]);
      expect(await storage.outbox.listEnvelopes()).toHaveLength(1);
    });

    it("stays when it is a colleague's", async () => {
      const { store, report } = await reported(DAYS * 2);
      const colleague = await sampleVault();
      await store.put(colleague, KEPT);
      expect(await store.forgetReports(colleague, DAYS)).toBe(0);
      expect(await store.listReports(vault)).toEqual([report]);
    });
  });

  it('remembers how many answers were read, and never fewer than before', async () => {
    const store = await storage.fieldWork();
    const problem = v7();
    expect(await store.findRead(vault)).toEqual({});
    await store.markRead(vault, problem, 2);
    await store.markRead(vault, problem, 1);
    expect(await store.findRead(vault)).toEqual({ [problem]: 2 });
    expect(await store.findRead(await sampleVault())).toEqual({});
  });
});
