import { sayDay, sayMoment, sayPromise } from './moments.ts';
import { frame, line, signer } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/** Why a result is late and when it will be there instead. */
export interface ApologyFacts {
  readonly reason: string;
  /** What had been promised; null where the law set no limit. */
  readonly promised: Date | null;
  readonly until: Date;
  /** Nobody has confirmed yet that the office works on that day. */
  readonly isUntilDoubted: boolean;
  /** When the officer extended it: before or after the promised moment, which the words tell apart. */
  readonly extendedAt: Date;
}

/**
 * "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" (Circular 03/2025). The title is the circular's; the fields are
 * those of "Phiếu xin lỗi và hẹn lại ngày trả kết quả" of Circular 01/2018, and the paper says so (DOMAIN 1.2).
 */
export function apologySheets(
  subject: Subject,
  apology: ApologyFacts,
  issued: { readonly at: Date; readonly number: string },
  say: Say,
): readonly Sheet[] {
  const authority = say('authority', { commune: subject.communeName });
  const isLate = apology.promised !== null && apology.extendedAt > apology.promised;
  const received = subject.acceptedAt ?? subject.receivedAt;
  return [
    {
      ...frame('apology', subject, say, issued),
      blocks: [
        line(say('apology.dear'), subject.applicant.name ?? subject.owner, true),
        line(say('person.address'), subject.applicant.address),
        line(
          say('apology.received', {
            day: sayDay(received, say).replace(/^ngày /, ''),
            unit: say('unitOf', { commune: subject.communeName }),
          }),
          subject.procedureName,
          true,
        ),
        line(say('apology.code'), subject.code, true),
        line(say('apology.receivedAt'), sayMoment(received, say)),
        line(say('apology.promised'), apology.promised === null ? null : sayMoment(apology.promised, say)),
        { kind: 'paragraph', text: say(isLate ? 'apology.sorry' : 'apology.sorryBefore', { authority }) },
        line(say('apology.reason'), apology.reason),
        line(say('apology.until'), sayPromise(apology.until, apology.isUntilDoubted, say), true),
        { kind: 'paragraph', text: say('apology.thanks') },
      ],
      signers: [signer('head', say, null)],
    },
  ];
}
