import type { ProblemWork } from '../../../../../contract/operations/field-work.ts';
import type { ProblemReport, Report } from '../../../../../contract/up/report.ts';
import type { ReadAnswers } from '../../../../storage/field-work.ts';

/** A problem as its author sees it: what they said, and what the office has made of it so far. */
export interface ProblemHere {
  readonly id: string;
  /** Undefined where it was reported from another tablet. */
  readonly report: ProblemReport | undefined;
  /** Undefined while the office has not said anything of it. */
  readonly office: ProblemWork | undefined;
  /** Answers that nobody has looked at on this tablet. */
  readonly unread: number;
}

/** Longer than the office names what is closed: after that a report is only on this tablet, and tells nothing new. */
const SHOWN_DAYS = 45;

/** What was asked and is still told of: unread answers first, then the newest. */
export function problemsHere(
  reports: readonly Report[],
  office: readonly ProblemWork[],
  { read, now }: { readonly read: ReadAnswers; readonly now: Date },
): ProblemHere[] {
  const own = reports.filter(
    (report): report is ProblemReport =>
      report.kind === 'problem' &&
      (office.some(({ id }) => id === report.id) ||
        now.getTime() - Date.parse(report.at) < SHOWN_DAYS * 86_400_000),
  );
  const ids = [...new Set([...own.map(({ id }) => id), ...office.map(({ id }) => id)])];
  return ids
    .map((id) => {
      const word = office.find((one) => one.id === id);
      return {
        id,
        report: own.find((one) => one.id === id),
        office: word,
        unread: Math.max(0, (word?.answers.length ?? 0) - (read[id] ?? 0)),
      };
    })
    .sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0));
}
