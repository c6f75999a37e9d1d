import type { PaperForm } from '../../contract/operations/papers.ts';
import type { SupplementItem } from '../../contract/operations/supplements.ts';
import { sayAsked } from '../../domain/answers/asked-question.ts';
import type { Translate } from '../../domain/answers/format-answer.ts';
import { civilDateTime } from '../../domain/calendar/civil-date.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import type { DossierActionRow } from '../storage/rows.ts';
import { apologySheets } from './facts/apology.ts';
import { controlSheets } from './facts/control.ts';
import { type BookPlace, receiptSheets } from './facts/receipt.ts';
import { refusalSheets } from './facts/refusal.ts';
import type { PaperText, Sheet } from './facts/sheet.ts';
import { stopSheets } from './facts/stop.ts';
import type { Say, Subject } from './facts/subject.ts';
import { supplementSheets } from './facts/supplement.ts';
import type { OfficeCertificate } from './sign/office-certificate.ts';
import { handOversOf, readDetail } from './told-acts.ts';

/** Everything a paper is written from; all of it read under the dossier's lock. */
export interface PaperMatter {
  readonly subject: Subject;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  /** Oldest first; the control slip runs to the one it tells of. */
  readonly actions: readonly DossierActionRow[];
  readonly about: DossierActionRow;
  readonly place: BookPlace | undefined;
  readonly number: string | null;
  readonly at: Date;
  readonly say: Say;
}

/** The sheets of a form; throws where the record does not hold what the form tells of, which is a bug of the caller. */
export function writeSheets(form: PaperForm, matter: PaperMatter): readonly Sheet[] {
  const { subject, about, at, say, number } = matter;
  const detail = readDetail(about);
  const { act, isDueDoubted = false } = detail;
  const byName = about.staffName;
  switch (form) {
    case 'receipt': {
      if (matter.place === undefined) break;
      // What was promised then: a later date is told by the paper of whatever moved it.
      const dueAt = detail.dueAt == null ? null : new Date(detail.dueAt);
      return receiptSheets({ ...subject, dueAt }, { place: matter.place, isDueDoubted }, at, say);
    }
    case 'supplement':
      if (act?.kind !== 'request-supplement' || number === null) break;
      return supplementSheets(
        subject,
        { reason: act.reason, items: act.items, byName, nameOf: (item) => nameOf(item, matter) },
        { at, number },
        say,
      );
    case 'refusal':
      if (act?.kind !== 'refuse') break;
      return refusalSheets(subject, { reason: act.reason, byName }, at, say);
    case 'apology': {
      if (act?.kind !== 'extend' || number === null || detail.dueAt == null) break;
      const promised = detail.dueAtBefore == null ? null : new Date(detail.dueAtBefore);
      const until = new Date(detail.dueAt);
      const apology = {
        reason: act.reason,
        promised,
        until,
        isUntilDoubted: isDueDoubted,
        extendedAt: about.at,
      };
      return apologySheets(subject, apology, { at, number }, say);
    }
    case 'stop':
      if (act?.kind === 'withdraw')
        return stopSheets(subject, { ground: 'withdrawn', reason: act.reason, at: about.at }, at, say);
      if (act?.kind !== 'stop') break;
      return stopSheets(subject, { ground: act.ground, reason: act.reason, at: about.at }, at, say);
    case 'control': {
      const upTo = matter.actions.findIndex(({ id }) => id === about.id) + 1;
      const applicant = subject.applicant.name ?? subject.owner;
      return controlSheets(subject, handOversOf(matter.actions.slice(0, upTo), applicant), at, say);
    }
  }
  throw new Error(`action ${about.id} is nothing that the form ${form} tells of`);
}

/** The whole paper with its foot, which says who signed it and whether that counts. */
export function finishPaper(
  title: string,
  sheets: readonly Sheet[],
  certificate: Pick<OfficeCertificate, 'name' | 'isTest'>,
  at: Date,
  say: Say,
): PaperText {
  const { date, time } = civilDateTime(at.toISOString());
  const moment = `${time} ${date.split('-').reverse().join('/')}`;
  return {
    title,
    language: 'vi',
    foot: [
      say('signedBy', { name: certificate.name, at: moment }),
      ...(certificate.isTest ? [say('testCertificate')] : []),
    ],
    pageOf: say('pageOf', { page: '{{page}}', pages: '{{pages}}' }),
    sheets,
  };
}

function nameOf(item: SupplementItem, { definition, words }: PaperMatter): string {
  if (item.what === 'document') return words(`documents.${item.id}.name`);
  return sayAsked(definition, item.id, words) ?? item.id;
}
