import * as z from 'zod';
import type { SealedEnvelope } from '../../contract/envelope/envelope.ts';
import { EntityId } from '../../contract/ids.ts';
import { FieldWork, type Visit } from '../../contract/operations/field-work.ts';
import { Report } from '../../contract/up/report.ts';
import { SealedAttachment } from '../../contract/up/submission.ts';
import { TaskOutcome } from '../../domain/task/life.ts';
import type { OpenVault } from '../vault/model.ts';
import { openRecord, sealRecord, UnreadableRecord } from './record-schemas.ts';
import { DAY, forgetQueueRows, isReceivedWhole } from './retention.ts';
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

/** A photo or recording of a report that is being written: ciphertext under its own key from the moment it was taken. */
const UnsentFile = SealedAttachment.extend({ ciphertextSize: z.int().min(1) });
export type UnsentFile = z.infer<typeof UnsentFile>;

/** A report that is being written; saved as it is typed, so that a killed browser or an empty battery takes nothing. */
const UnsentReport = z.object({
  /** Of the report that comes of it. */
  id: EntityId,
  text: z.string(),
  /** Of a visit: what became of it, once somebody has chosen. */
  outcome: TaskOutcome.nullable(),
  files: z.array(UnsentFile),
});
export type UnsentReport = z.infer<typeof UnsentReport>;

const ReadAnswers = z.record(EntityId, z.int());
export type ReadAnswers = Readonly<Record<string, number>>;

/** What a report is about: each person writes one at a time about each. */
export type ReportSubject =
  | { readonly kind: 'visit'; readonly taskId: string }
  | { readonly kind: 'problem'; readonly about: string | null };

/**
 * What one staff member has to do, and what they reported: each sealed by their vault. Reports go out through the outbox as
 * submissions do. Opened when it is needed: neither the lock nor the sender knows of it.
 */
export interface FieldWorkStore {
  /** Undefined where nothing is kept, or what is kept does not open: the office has it, and gives it again. */
  find(vault: OpenVault): Promise<KeptWork | undefined>;
  /**
   * Keeps it in place of what was kept. A visit that is no longer this person's while they write what became of it stays, as
   * cancelled, until that is sent: otherwise nobody would find the words again.
   */
  put(vault: OpenVault, kept: KeptWork): Promise<void>;
  /**
   * One transaction: the envelope and its photos enter the outbox, those given here and those kept while it was written, and the
   * report stays readable to its author. Repeated for the same report it does nothing and says so.
   */
  report(
    vault: OpenVault,
    report: Report,
    sealed: SealedEnvelope,
    photos: readonly { readonly id: string; readonly ciphertext: Uint8Array<ArrayBuffer> }[],
  ): Promise<{ readonly kind: 'queued' | 'already-there' | 'no-space' }>;
  /** What this person reported on this tablet, the newest first. One that does not open is passed over, and stays. */
  listReports(vault: OpenVault): Promise<readonly Report[]>;
  /**
   * Removes this person's reports that the office has whole, that were made `keepDays` ago by this tablet's clock, and of whose
   * problem or visit its work says nothing any more; where nobody has asked for the work, none. Resolves with how many went.
   */
  forgetReports(vault: OpenVault, keepDays: number): Promise<number>;
  /** How many answers to each problem this person has read on this tablet, by the problem's id. */
  findRead(vault: OpenVault): Promise<ReadAnswers>;
  markRead(vault: OpenVault, problemId: string, answers: number): Promise<void>;
  /** What was being written about this; undefined where nothing was. It goes with the report that comes of it. */
  findUnsent(vault: OpenVault, of: ReportSubject): Promise<UnsentReport | undefined>;
  /**
   * Saves it, with the bytes of a file that it names since now; forgets the bytes of one that it names no longer. `gone`: it went
   * to the office already, from here or from another tab, so nothing was written: what is added to it needs an id of its own.
   */
  saveUnsent(
    vault: OpenVault,
    of: ReportSubject,
    unsent: UnsentReport,
    file?:
      | { readonly added: { readonly id: string; readonly ciphertext: Uint8Array<ArrayBuffer> } }
      | { readonly removed: string },
  ): Promise<{ readonly kind: 'saved' | 'gone' | 'no-space' }>;
}

export function createFieldWorkStore(tables: Tables, now: () => Date, announce: () => void): FieldWorkStore {
  /** Of the visits that are no longer told of those on which a word is being written. */
  const findBegun = (vault: OpenVault, before: readonly Visit[], told: readonly Visit[]) =>
    tables.read(async (transaction) => {
      const begun: Visit[] = [];
      for (const visit of before) {
        if (told.some(({ id }) => id === visit.id)) continue;
        const unsent = unsentId(vault, { kind: 'visit', taskId: visit.id });
        if ((await transaction.get('reports', unsent)) !== undefined)
          begun.push({ ...visit, status: 'cancelled' });
      }
      return begun;
    });

  return {
    async find(vault) {
      const row = await tables.read((transaction) => transaction.get('fieldWork', vault.staffId));
      return row && (await openOrPass(vault, row.sealed, workContext(vault), KeptWork));
    },

    async put(vault, kept) {
      const { staffId } = vault;
      const { work } = kept;
      const begun = await findBegun(vault, (await this.find(vault))?.work.visits ?? [], work.visits);
      const whole = { ...kept, work: { ...work, visits: [...work.visits, ...begun] } };
      const sealed = await sealRecord(vault, whole, workContext(vault));
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
        await transaction.delete('reports', unsentId(vault, subjectOf(report)));
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
        if (staffId !== vault.staffId || isAside(id)) continue;
        const report = await openOrPass(vault, sealed, reportContext(id), Report);
        if (report !== undefined) opened.push(report);
      }
      return opened.sort((a, b) => (a.at < b.at ? 1 : -1));
    },

    async forgetReports(vault, keepDays) {
      const kept = await this.find(vault);
      if (kept === undefined) return 0;
      const told = new Set([...kept.work.problems, ...kept.work.visits].map(({ id }) => id));
      const old = (await this.listReports(vault)).filter(
        (report) =>
          now().getTime() - Date.parse(report.at) >= keepDays * DAY &&
          !told.has(report.kind === 'visit' ? report.taskId : report.id),
      );
      let forgotten = 0;
      for (const { id } of old) {
        const outcome = await tables.write(async (transaction) => {
          if (!(await isReceivedWhole(transaction, id))) return false;
          await forgetQueueRows(transaction, id);
          await transaction.delete('reports', id);
          return true;
        });
        if (outcome.kind !== 'no-space' && outcome.value) forgotten += 1;
      }
      if (forgotten > 0) announce();
      return forgotten;
    },

    async findRead(vault) {
      const id = readId(vault);
      const row = await tables.read((transaction) => transaction.get('reports', id));
      return (row && (await openOrPass(vault, row.sealed, reportContext(id), ReadAnswers))) ?? {};
    },

    async markRead(vault, problemId, answers) {
      const before = await this.findRead(vault);
      if ((before[problemId] ?? 0) >= answers) return;
      const id = readId(vault);
      const sealed = await sealRecord(vault, { ...before, [problemId]: answers }, reportContext(id));
      const outcome = await tables.write((transaction) =>
        transaction.put('reports', { id, staffId: vault.staffId, sealed }),
      );
      // On a full disk the mark stays: it asks to be read once more, nothing else.
      if (outcome.kind !== 'no-space') announce();
    },

    async findUnsent(vault, of) {
      const id = unsentId(vault, of);
      const row = await tables.read((transaction) => transaction.get('reports', id));
      return row && (await openOrPass(vault, row.sealed, reportContext(id), UnsentReport));
    },

    async saveUnsent(vault, of, unsent, file) {
      const id = unsentId(vault, of);
      const sealed = await sealRecord(vault, unsent, reportContext(id));
      const outcome = await tables.write(async (transaction) => {
        if ((await transaction.get('outboxEnvelopes', unsent.id)) !== undefined) return 'gone';
        await transaction.put('reports', { id, staffId: vault.staffId, sealed });
        if (file !== undefined && 'removed' in file) await transaction.delete('ciphertexts', file.removed);
        if (file !== undefined && 'added' in file) {
          const { id: fileId, ciphertext } = file.added;
          await transaction.put('ciphertexts', { id: fileId, submissionId: unsent.id, bytes: ciphertext });
        }
        return 'saved';
      });
      if (outcome.kind === 'no-space') return outcome;
      if (outcome.value === 'saved') announce();
      return { kind: outcome.value };
    },
  };
}

const UNSENT = 'unsent ';
const READ = 'read ';

/** Rows that stand beside the reports of a person and are none. */
function isAside(id: string): boolean {
  return id.startsWith(UNSENT) || id.startsWith(READ);
}

function readId({ staffId }: OpenVault): string {
  return `${READ}${staffId}`;
}

/** Ids alone: which dossier or visit, never what of it. */
function unsentId({ staffId }: OpenVault, of: ReportSubject): string {
  return `${UNSENT}${staffId} ${of.kind === 'visit' ? of.taskId : (of.about ?? 'general')}`;
}

function subjectOf(report: Report): ReportSubject {
  return report.kind === 'visit'
    ? { kind: 'visit', taskId: report.taskId }
    : { kind: 'problem', about: report.about };
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
    const { id: submissionId, assistedBy } = report;
    const photo = photos.find((one) => one.id === id);
    const bytes = photo?.ciphertext ?? (await transaction.get('ciphertexts', id))?.bytes;
    if (bytes === undefined) throw new Error('a photo that the report names is not here');
    await transaction.put('ciphertexts', { id, submissionId, bytes });
    await transaction.put('outboxAttachments', {
      id,
      submissionId,
      staffId: assistedBy.staffId,
      ciphertextDigest,
      ciphertextSize: bytes.length,
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
