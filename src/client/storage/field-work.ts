import * as z from 'zod';
import type { SealedEnvelope } from '../../contract/envelope/envelope.ts';
import { FieldWork } from '../../contract/operations/field-work.ts';
import { Report } from '../../contract/up/report.ts';
import type { OpenVault } from '../vault/model.ts';
import { openRecord, sealRecord, UnreadableRecord } from './record-schemas.ts';
import type { Rows, Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/** A person's work as the office last told it, for weeks without a signal. */
export interface KeptWork {
  /** Digest by which the office tells whether there is other work. */
  readonly state: string;
  /** This tablet's clock. */
  readonly askedAt: string;
  /** Cursor of the last hint in the feed that it was asked after. */
  readonly cursor: number;
  readonly work: FieldWork;
}

const KeptWork: z.ZodType<KeptWork> = z.object({
  state: z.string(),
  askedAt: z.string(),
  cursor: z.int(),
  work: FieldWork,
});

/**
 * What one staff member has to do, and what they reported: each sealed by their vault. Reports go out through the outbox as
 * submissions do. Opened when it is needed: neither the lock nor the sender knows of it.
 */
export interface FieldWorkStore {
  /** Undefined where nothing is kept, or what is kept does not open: the office has it, and gives it again. */
  find(vault: OpenVault): Promise<KeptWork | undefined>;
  put(vault: OpenVault, kept: KeptWork): Promise<void>;
  /**
   * One transaction: the envelope and its photos enter the outbox, and the report stays readable to its author. Repeated for the
   * same report it does nothing and says so.
   */
  report(
    vault: OpenVault,
    report: Report,
    sealed: SealedEnvelope,
    photos: readonly { readonly id: string; readonly ciphertext: Uint8Array<ArrayBuffer> }[],
  ): Promise<{ readonly kind: 'queued' | 'already-there' | 'no-space' }>;
  /** What this person reported on this tablet, the newest first. One that does not open is passed over, and stays. */
  listReports(vault: OpenVault): Promise<readonly Report[]>;
}

export function createFieldWorkStore(tables: Tables, now: () => Date, announce: () => void): FieldWorkStore {
  return {
    async find(vault) {
      const row = await tables.read((transaction) => transaction.get('fieldWork', vault.staffId));
      return row && (await openOrPass(vault, row.sealed, workContext(vault), KeptWork));
    },

    async put(vault, kept) {
      const { staffId } = vault;
      const sealed = await sealRecord(vault, kept, workContext(vault));
      const outcome = await tables.write((transaction) => transaction.put('fieldWork', { staffId, sealed }));
      if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write the work');
      announce();
    },

    async report(vault, report, envelope, photos) {
      if (report.id !== envelope.id) throw new Error('a report keeps its id');
      const row: Rows['reports'] = {
        id: report.id,
        staffId: vault.staffId,
        sealed: await sealRecord(vault, report, reportContext(report.id)),
      };
      const queuedAt = now().toISOString();
      const outcome = await tables.write(async (transaction) => {
        if ((await transaction.get('outboxEnvelopes', report.id)) !== undefined) return 'already-there';
        await queue(transaction, envelope, { staffId: vault.staffId, queuedAt });
        await queuePhotos(transaction, report, photos);
        await transaction.put('reports', row);
        return 'queued';
      });
      if (outcome.kind === 'no-space') return outcome;
      if (outcome.value === 'queued') announce();
      return { kind: outcome.value };
    },

    async listReports(vault) {
      const rows = await tables.read((transaction) => transaction.all('reports'));
      const opened: Report[] = [];
      for (const { id, staffId, sealed } of rows) {
        if (staffId !== vault.staffId) continue;
        const report = await openOrPass(vault, sealed, reportContext(id), Report);
        if (report !== undefined) opened.push(report);
      }
      return opened.sort((a, b) => (a.at < b.at ? 1 : -1));
    },
  };
}

async function openOrPass<T>(
  vault: OpenVault,
  sealed: Uint8Array<ArrayBuffer>,
  context: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    return await openRecord(vault, sealed, context, schema);
  } catch (error) {
    if (error instanceof UnreadableRecord) return undefined;
    throw error;
  }
}

async function queue(
  transaction: Transaction,
  { bytes, ...envelope }: SealedEnvelope,
  of: { readonly staffId: string; readonly queuedAt: string },
): Promise<void> {
  await transaction.put('outboxEnvelopes', { ...envelope, ...of, state: 'waiting', size: bytes.length });
  await transaction.put('envelopeBytes', { id: envelope.id, bytes });
}

async function queuePhotos(
  transaction: Transaction,
  report: Report,
  photos: readonly { readonly id: string; readonly ciphertext: Uint8Array<ArrayBuffer> }[],
): Promise<void> {
  for (const { id, ciphertextDigest } of report.attachments) {
    const photo = photos.find((one) => one.id === id);
    if (photo === undefined) throw new Error('a photo that the report names is not here');
    const { id: submissionId, assistedBy } = report;
    await transaction.put('ciphertexts', { id, submissionId, bytes: photo.ciphertext });
    await transaction.put('outboxAttachments', {
      id,
      submissionId,
      staffId: assistedBy.staffId,
      ciphertextDigest,
      ciphertextSize: photo.ciphertext.length,
      state: 'waiting',
    });
  }
}

function workContext({ staffId }: OpenVault): string {
  return `work/${staffId}`;
}

function reportContext(id: string): string {
  return `report/${id}`;
}
