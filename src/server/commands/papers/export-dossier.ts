import { canonicalJson } from '../../../contract/canonical-json.ts';
import { openAttachment as unseal } from '../../../contract/envelope/attachment.ts';
import { sha256Base64url } from '../../../contract/keys.ts';
import { civilDate } from '../../../domain/calendar/civil-date.ts';
import type { Deps } from '../../deps.ts';
import type { ArchivedFile } from '../../papers/archive/manifest.ts';
import { packArchive } from '../../papers/archive/pack-archive.ts';
import { drawPaper } from '../../papers/draw/draw-paper.ts';
import { answerSheets } from '../../papers/facts/answers.ts';
import { signPdf } from '../../papers/sign/sign-pdf.ts';
import { placeNames } from '../../papers/words.ts';
import { finishPaper } from '../../papers/write-paper.ts';
import { mayExportDossier } from '../../policies/paper.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentCommune } from '../../presenters/commune.ts';
import { listArrivals, listAttachmentReceipts, listAuditAbout } from '../../storage/archive-queries.ts';
import { findSealedAttachment, listAttachments } from '../../storage/attachment-queries.ts';
import { inSnapshot, inTransaction, type Trx } from '../../storage/connection.ts';
import { findDossier } from '../../storage/dossier-queries.ts';
import { appendAudit } from '../../storage/journal.ts';
import { listPapersOf, readPaper } from '../../storage/papers.ts';
import type { DossierRow } from '../../storage/rows.ts';
import { findStaffById } from '../../storage/staff.ts';
import { readDossierMatter } from './read-dossier-matter.ts';

export type ExportDossierOutcome =
  | { readonly kind: 'exported'; readonly zip: Uint8Array<ArrayBuffer>; readonly code: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string };

/**
 * The whole dossier in one signed file: issued papers, attachments as opened, answers as data and to read, the actions, what
 * the record says of it, and how it came with its receipts. That it was taken out goes on record first, so that the archive
 * itself says by whom. What is still on a tablet is named as such in `dossier.json`.
 */
export async function exportDossier(deps: Deps, by: Actor, id: string): Promise<ExportDossierOutcome> {
  const dossier = await findDossier(deps.db, id);
  if (dossier === undefined) return { kind: 'not-found' };
  const verdict = mayExportDossier(by, dossier);
  if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
  const at = deps.clock.now();
  const detail = { certificate: deps.certificate.fingerprint };
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'dossier-exported',
      subject: id,
      detail,
    }),
  );
  // Of one moment, so that no two files that the office signs for contradict each other.
  const { files, code } = await inSnapshot(deps.db, (trx) => readFiles(deps, trx, id, at));
  const exporter = await findStaffById(deps.db, by.staffId);
  const about = {
    dossier: { id, code, procedure: `${dossier.procedureId} ${dossier.procedureVersion}` },
    exportedAt: at.toISOString(),
    exportedBy: exporter?.displayName ?? by.staffId,
    commune: presentCommune(dossier.commune).name,
  };
  return { kind: 'exported', zip: await packArchive(files, about, deps.certificate, at), code };
}

async function readFiles(
  deps: Deps,
  trx: Trx,
  id: string,
  at: Date,
): Promise<{ readonly files: readonly ArchivedFile[]; readonly code: string }> {
  const dossier = await findDossier(trx, id);
  if (dossier === undefined) throw new Error(`dossier ${id} is gone`);
  const matter = await readDossierMatter(deps, trx, dossier);
  const files = [
    ...(await paperFiles(trx, id)),
    ...(await openAttachments(deps, trx, id)),
    ...(await answerFiles(deps, dossier, matter, at)),
    ...(await recordFiles(trx, dossier, matter.actions)),
  ];
  return { files, code: matter.subject.code };
}

async function paperFiles(db: Trx, dossierId: string): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for (const [index, paper] of (await listPapersOf(db, dossierId)).entries()) {
    const bytes = await readPaper(db, paper.id);
    if (bytes === undefined) throw new Error(`paper ${paper.id} is gone`);
    const path = `papers/${String(index + 1).padStart(2, '0')}-${paper.form}.pdf`;
    files.push({ path, what: `${paper.form} ${paper.number ?? ''}`.trim(), bytes });
  }
  return files;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
};

/** Attachments that have arrived, opened. @throws where stored bytes do not open: a broken disk. */
async function openAttachments(deps: Deps, trx: Trx, dossierId: string): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for (const { id, state } of await listAttachments(trx, dossierId)) {
    const row = state === 'stored' ? await findSealedAttachment(trx, id) : undefined;
    if (row === undefined) continue;
    const sealed = await deps.attachments.read(id);
    const bytes = sealed && (await unseal(sealed, row.key, id));
    if (bytes === undefined || (await sha256Base64url(bytes)) !== row.plaintextDigest)
      throw new Error(`attachment ${id} was stored and receipted but cannot be opened`);
    files.push({ path: `attachments/${id}.${ENDINGS[row.mediaType] ?? 'bin'}`, what: row.document, bytes });
  }
  return files;
}

async function answerFiles(
  deps: Deps,
  dossier: DossierRow,
  matter: Awaited<ReturnType<typeof readDossierMatter>>,
  at: Date,
): Promise<ArchivedFile[]> {
  const { subject, definition, words, say } = matter;
  const { answers, finishedAt } = dossier.submission;
  const day = civilDate(finishedAt);
  const sheets = answerSheets(subject, { definition, answers, day, words, places: placeNames }, say);
  const paper = finishPaper(`${say('answers.title')} ${subject.code}`, sheets, deps.certificate, at, say);
  const pdf = await signPdf(drawPaper(paper, at), deps.certificate, { at, reason: say('reason') });
  return [
    { path: 'answers.pdf', what: say('answers.title'), bytes: pdf },
    json('answers.json', 'answers by question', answers),
  ];
}

async function recordFiles(
  db: Trx,
  dossier: DossierRow,
  actions: Awaited<ReturnType<typeof readDossierMatter>>['actions'],
): Promise<ArchivedFile[]> {
  const attachments = await listAttachments(db, dossier.id);
  const arrivals = await listArrivals(db, dossier.id);
  const receipts = {
    envelopes: arrivals.map(({ sealed: _bytes, ...arrival }) => arrival),
    attachments: await listAttachmentReceipts(db, dossier.id),
  };
  const audit = await listAuditAbout(db, [dossier.id, ...attachments.map(({ id }) => id)]);
  const { submission, dueReason, state } = dossier;
  const facts = {
    state,
    dueReason,
    consents: submission.consents,
    assistedBy: submission.assistedBy,
    attachments,
  };
  return [
    json('dossier.json', 'state, consents, attachments named', facts),
    json('actions.json', 'what happened, in order', actions),
    json('audit.json', 'links of the audit chain about this dossier', audit),
    json('receipts.json', 'what the server signed for when it came', receipts),
    ...arrivals.map(({ id, sealed }) => ({
      path: `envelopes/${id}.sealed`,
      what: 'as sealed and signed on the tablet',
      bytes: sealed,
    })),
  ];
}

function json(path: string, what: string, content: unknown): ArchivedFile {
  return { path, what, bytes: new Uint8Array(Buffer.from(`${canonicalJson(content)}\n`)) };
}
