import type { PaperForm } from '../../../contract/operations/papers.ts';
import { civilDate } from '../../../domain/calendar/civil-date.ts';
import type { Deps } from '../../deps.ts';
import { drawPaper } from '../../papers/draw/draw-paper.ts';
import { forms } from '../../papers/forms.ts';
import { papersToTell } from '../../papers/issuable.ts';
import { signPdf } from '../../papers/sign/sign-pdf.ts';
import { finishPaper, writeSheets } from '../../papers/write-paper.ts';
import { mayIssuePaper } from '../../policies/paper.ts';
import type { Actor } from '../../policies/reach.ts';
import { inTransaction } from '../../storage/connection.ts';
import { lockDossier } from '../../storage/dossier-life.ts';
import { findDossier } from '../../storage/dossier-queries.ts';
import { appendAudit } from '../../storage/journal.ts';
import { findPaper, findPaperAbout, insertPaper, takePaperNumber } from '../../storage/papers.ts';
import type { PaperRow } from '../../storage/rows.ts';
import { readDossierMatter } from './read-dossier-matter.ts';

export type IssuePaperOutcome =
  | { readonly kind: 'issued'; readonly paper: PaperRow }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: 'command-id-used' }
  | { readonly kind: 'state-not-allowed'; readonly reason: 'nothing-to-tell' };

/**
 * Issues an official paper: its number, the signed PDF and the record, all or nothing. A paper is issued once; whoever asks
 * again gets the one that left the office, with its number. A number is taken only with a paper that was kept, so a series
 * has no gap and none twice.
 */
export async function issuePaper(
  deps: Deps,
  by: Actor,
  asked: {
    readonly dossierId: string;
    readonly commandId: string;
    readonly form: PaperForm;
    readonly about: string;
  },
): Promise<IssuePaperOutcome> {
  const { form, commandId } = asked;
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await lockDossier(trx, asked.dossierId);
    const dossier = await findDossier(trx, asked.dossierId);
    if (dossier === undefined) return { kind: 'not-found' };
    const verdict = mayIssuePaper(by, dossier);
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    const issued = await findPaperAbout(trx, asked);
    if (issued !== undefined) return { kind: 'issued', paper: issued };
    if ((await findPaper(trx, commandId)) !== undefined)
      return { kind: 'conflict', detail: 'command-id-used' };

    const matter = await readDossierMatter(deps, trx, dossier);
    const about = matter.actions.find(({ id }) => id === asked.about);
    const mayTell = papersToTell(matter.actions).some(
      (paper) => paper.form === form && paper.about === asked.about,
    );
    if (about === undefined || !mayTell) return { kind: 'state-not-allowed', reason: 'nothing-to-tell' };

    const { series } = forms[form];
    const year = Number(civilDate(at.toISOString()).slice(0, 4));
    const counter = { commune: dossier.commune, series: series ?? '', year };
    const number = series === null ? null : `${await takePaperNumber(trx, counter)}/${series}`;
    const { say } = matter;
    const sheets = writeSheets(form, { ...matter, about, number, at });
    const paper = finishPaper(
      `${say(`titles.${form}`)} ${matter.subject.code}`,
      sheets,
      deps.certificate,
      at,
      say,
    );
    const pdf = await signPdf(drawPaper(paper, at), deps.certificate, { at, reason: say('reason') });
    const row = { id: commandId, dossierId: dossier.id, form, about: about.id, number, issuedAt: at };
    const digest = await insertPaper(trx, { ...row, by: by.staffId, pdf });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'paper-issued',
      subject: dossier.id,
      detail: {
        paperId: commandId,
        form,
        about: about.id,
        number,
        digest,
        certificate: deps.certificate.fingerprint,
      },
    });
    const kept = await findPaper(trx, commandId);
    if (kept === undefined) throw new Error(`paper ${commandId} was not kept`);
    return { kind: 'issued', paper: kept };
  });
}
