import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptWork } from '../../../src/client/storage/field-work.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import { sealAttachment } from '../../../src/contract/envelope/attachment.ts';
import { sealReport } from '../../../src/contract/envelope/seal-report.ts';
import { generateKeyPair } from '../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { sampleReport, sampleSupplement, sampleVault } from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const KEPT: KeptWork = {
  state: 'A'.repeat(43),
  askedAt: '2026-11-24T02:00:00.000Z',
  cursor: 7,
  work: { visits: [], supplements: [sampleSupplement()], appointments: [], problems: [] },
};

async function reportOf(vault: OpenVault) {
  const id = v7();
  const { key, ciphertext, ...digests } = await sealAttachment(new Uint8Array([1, 2, 3]), id);
  const photo = { id, document: 'photo', key, ...digests, size: 3, mediaType: 'image/jpeg' } as const;
  const assistedBy = { ...sampleReport().assistedBy, staffId: vault.staffId };
  const report = sampleReport({ id: v7(), attachments: [photo], assistedBy });
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
});
