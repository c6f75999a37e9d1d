import { civilDate } from '../../../domain/calendar/civil-date.ts';
import { sayMoment } from './moments.ts';
import { frame, line } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/** One hand-over of the dossier. */
export interface HandOver {
  readonly from:
    | { readonly kind: 'citizen' | 'one-stop' }
    | { readonly kind: 'department'; readonly name: string };
  readonly to: HandOver['from'];
  readonly at: Date;
  /** Null where the record does not say who gave it, or who took it: a pen does. */
  readonly giver: string | null;
  readonly taker: string | null;
  readonly note: string;
  /** Whether work ended with it, so that it is judged against the promised time. */
  readonly endsWork: boolean;
}

/**
 * "Phiếu kiểm soát quá trình giải quyết hồ sơ" (Circular 03/2025): who gave the dossier to whom, when, and whether it was
 * in time. `dueAt` is the promise that stands now.
 */
export function controlSheets(
  subject: Subject,
  handOvers: readonly HandOver[],
  at: Date,
  say: Say,
): readonly Sheet[] {
  const column = (name: string) => say(`control.columns.${name}`);
  const nameOf = (office: HandOver['from']) => {
    if (office.kind === 'department') return office.name;
    return office.kind === 'citizen' ? say('control.citizen') : say('unit');
  };
  const departments = handOvers.flatMap(({ to }) => (to.kind === 'department' ? [to.name] : []));
  const decides =
    subject.competentName === null ? [] : [say('authority', { commune: subject.competentName })];
  return [
    {
      ...frame('control', subject, say, { at, number: null }),
      blocks: [
        line(say('control.owner'), subject.owner, true),
        line(say('control.procedure'), subject.procedureName, true),
        line(
          say('control.received'),
          subject.acceptedAt === null ? say('stop.notReceived') : sayMoment(subject.acceptedAt, say),
        ),
        line(say('control.due'), subject.dueAt === null ? null : sayMoment(subject.dueAt, say)),
        line(say('control.office'), [...new Set([say('unit'), ...departments, ...decides])].join('; ')),
        {
          kind: 'table',
          columns: [
            { head: column('offices'), part: 5 },
            { head: column('moment'), part: 5 },
            { head: column('outcome'), part: 2, centred: true },
            { head: column('note'), part: 3 },
          ],
          rows: handOvers.map(({ from, to, at: when, giver, taker, note, endsWork }) => [
            say('control.offices', { from: nameOf(from), to: nameOf(to) }),
            say('control.signatures', { at: sayMoment(when, say), giver: giver ?? '', taker: taker ?? '' }),
            endsWork && subject.dueAt !== null
              ? say(`control.outcome.${outcomeOf(when, subject.dueAt)}`)
              : '',
            note,
          ]),
        },
      ],
      signers: [],
    },
  ];
}

/** Before the promised day, by the promised moment, or after it. */
function outcomeOf(at: Date, dueAt: Date): 'before' | 'on-time' | 'late' {
  if (at > dueAt) return 'late';
  return civilDate(at.toISOString()) < civilDate(dueAt.toISOString()) ? 'before' : 'on-time';
}
