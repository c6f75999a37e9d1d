import type { TimeLimit } from '../../../domain/procedure/definition.ts';
import { sayMoment, sayPromise } from './moments.ts';
import { frame, line, numbered, personLines, signer } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/** Where the dossier stands in the logbook: the book's number and the number within it. */
export interface BookPlace {
  readonly book: number;
  readonly number: number;
}

/**
 * "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (Circular 03/2025), in two copies of one text: kept with the dossier, given to
 * the applicant. Fields of DOMAIN 1.2, in its order.
 */
export function receiptSheets(
  subject: Subject,
  { place, isDueDoubted }: { readonly place: BookPlace; readonly isDueDoubted: boolean },
  at: Date,
  say: Say,
): readonly Sheet[] {
  const sheet = frame('receipt', subject, say, { at, number: null });
  const moment = (when: Date | null) => (when === null ? null : sayMoment(when, say));
  const unit = say('unitOf', { commune: subject.communeName });
  const blocks: Sheet['blocks'] = [
    { kind: 'paragraph', text: unit, style: 'strong' },
    ...personLines(subject, say).toSpliced(1, 0, line(say('person.owner'), subject.owner)),
    line(say('receipt.channel'), say('receipt.assisted', { name: subject.assistedBy })),
    numbered(1, say('receipt.papers'), subject.papers.length === 0 ? null : ''),
    {
      kind: 'list',
      items: subject.papers.map(({ name, photos }) =>
        photos > 0 ? say('receipt.photos', { name, count: photos }) : say('receipt.shown', { name }),
      ),
    },
    numbered(2, say('receipt.sets'), say('receipt.oneSet')),
    numbered(3, say('receipt.limit'), sayLimit(subject.limit, say)),
    numbered(4, say('receipt.received'), moment(subject.acceptedAt), true),
    numbered(5, say('receipt.due'), subject.dueAt && sayPromise(subject.dueAt, isDueDoubted, say), true),
    numbered(6, say('receipt.resultAt'), subject.resultWay ?? unit),
    numbered(7, say('receipt.book'), say('receipt.bookNumber', { ...place })),
  ];
  const signers = [signer('applicant', say, null), signer('receiver', say, subject.acceptedBy)];
  return (['kept', 'given'] as const).map((copy) => ({
    ...sheet,
    marks: [...sheet.marks, say(`receipt.copy.${copy}`)],
    blocks,
    signers,
  }));
}

function sayLimit(limit: TimeLimit, say: Say): string | null {
  if (limit.kind === 'none') return null;
  const said = say(`receipt.limitIs.${limit.kind}`, {
    cutoff: limit.kind === 'same-day' ? limit.cutoff : '',
    days: 'days' in limit ? limit.days : '',
    hours: 'hours' in limit ? limit.hours : '',
  });
  return limit.confirmed === false ? say('receipt.unconfirmedLimit', { limit: said }) : said;
}
