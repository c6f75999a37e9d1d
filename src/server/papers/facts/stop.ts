import { sayMoment } from './moments.ts';
import { frame, line, signer } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

export interface StopFacts {
  readonly ground: 'withdrawn' | 'citizen-asked' | 'not-supplemented' | 'other';
  readonly reason: string;
  readonly at: Date;
}

/**
 * "Thông báo dừng giải quyết hồ sơ" (Circular 03/2025). Nobody saw the fields of this form: what stands here is remembered
 * (DOMAIN 1.2, tag M), and the paper says so.
 */
export function stopSheets(subject: Subject, stop: StopFacts, at: Date, say: Say): readonly Sheet[] {
  return [
    {
      ...frame('stop', subject, say, { at, number: null }),
      blocks: [
        line(say('stop.dear'), subject.applicant.name ?? subject.owner, true),
        line(say('person.address'), subject.applicant.address),
        {
          kind: 'paragraph',
          text: say('stop.says', { unit: say('unitOf', { commune: subject.communeName }) }),
        },
        line(say('apology.code'), subject.code, true),
        line(say('stop.procedure'), subject.procedureName),
        line(
          say('stop.receivedAt'),
          subject.acceptedAt === null ? say('stop.notReceived') : sayMoment(subject.acceptedAt, say),
        ),
        line(say('stop.from'), sayMoment(stop.at, say)),
        line(say('stop.ground'), say(`stop.grounds.${stop.ground}`)),
        line(say('stop.reason'), stop.reason),
      ],
      signers: [signer('head', say, null)],
    },
  ];
}
