import type { Settings } from '../../contract/operations/office.ts';
import { type DossierPapers, type Paper, PaperForm } from '../../contract/operations/papers.ts';
import { forms } from '../papers/forms.ts';
import { owesApology, papersToTell } from '../papers/issuable.ts';
import type { OfficeCertificate } from '../papers/sign/office-certificate.ts';
import type { DossierActionRow, DossierRow, PaperRow } from '../storage/rows.ts';

export function presentPaper(row: PaperRow): Paper {
  return {
    id: row.id,
    form: row.form,
    about: row.about,
    number: row.number,
    issuedAt: row.issuedAt.toISOString(),
    byName: row.byName,
  };
}

/** Papers of a dossier: those that were issued, those that its record calls for, and what they are signed with. */
export function presentDossierPapers(of: {
  readonly dossier: DossierRow;
  readonly actions: readonly DossierActionRow[];
  readonly papers: readonly PaperRow[];
  readonly certificate: OfficeCertificate;
  readonly mayIssue: boolean;
  readonly mayExport: boolean;
  readonly unitCode: Settings['unitCode'];
  readonly now: Date;
}): DossierPapers {
  const { dossier, actions, papers, certificate } = of;
  const isIssued = (form: PaperForm, about: string) =>
    papers.some((paper) => paper.form === form && paper.about === about);
  const open = papersToTell(actions).filter(({ form, about }) => !isIssued(form, about));
  const { pausedAt, endedAt } = dossier.state;
  return {
    papers: papers.map(presentPaper),
    issuable: of.mayIssue ? open.map(({ at, ...paper }) => ({ ...paper, at: at.toISOString() })) : [],
    unconfirmed: PaperForm.options.filter((form) => !forms[form].confirmed),
    owesApology: owesApology({
      dueAt: dossier.dueAt,
      stoodAt: endedAt !== null ? null : pausedAt !== null ? new Date(pausedAt) : of.now,
      extensions: actions.filter(({ action }) => action === 'extended').map(({ id }) => id),
      apologies: papers.filter(({ form }) => form === 'apology').map(({ about }) => about),
    }),
    unconfirmedUnitCode: of.unitCode.confirmed ? null : of.unitCode.value,
    mayExport: of.mayExport,
    certificate: {
      isTest: certificate.isTest,
      name: certificate.name,
      fingerprint: certificate.fingerprint,
      validTo: certificate.validTo.toISOString(),
    },
  };
}
