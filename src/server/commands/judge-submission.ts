import type { Refusal } from '../../contract/down/down-message.ts';
import type { Submission } from '../../contract/up/submission.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { formatIsoPartial, PartialDate } from '../../domain/citizen/partial-date.ts';
import { evaluateSupplement } from '../../domain/dossier/supplement.ts';
import { Place } from '../../domain/place/place.ts';
import { ConsentAnswer } from '../../domain/procedure/contract/answers.ts';
import { attachmentsIn } from '../../domain/procedure/contract/attachments.ts';
import type { Evaluation } from '../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { evaluate } from '../../domain/procedure/run.ts';
import type { SubjectFacts } from '../storage/submissions.ts';

export type Judgement =
  | {
      readonly kind: 'acceptable';
      readonly caseId: string | null;
      readonly subject: SubjectFacts;
      readonly evaluation: Evaluation;
    }
  | { readonly kind: 'refused'; readonly reason: Refusal['reason']; readonly detail: string };

/** What the office has of the dossier that a supplement belongs to. */
export type AtOffice = Pick<Submission, 'attachments' | 'consents' | 'finishedAt'>;

/**
 * The server's own verdict on a submission; the tablet's is never trusted. Rules that depend on the day are judged on
 * the day the staff member finished, because days without signal must not turn a good dossier bad; but never on a day
 * that has not come yet, whatever the tablet's clock says.
 */
export function judgeSubmission(
  submission: Submission,
  definition: ProcedureDefinition | undefined,
  now: Date,
  atOffice?: AtOffice,
): Judgement {
  if (definition === undefined) return refused('procedure-unknown', procedureName(submission));
  if (definition.produces !== submission.kind) return refused('message-invalid', 'kind');
  if (submission.kind === 'account' && submission.activationCodeHash === undefined) {
    return refused('message-invalid', 'activationCodeHash');
  }
  const finishedOn = civilDate(submission.finishedAt);
  const today = civilDate(now.toISOString());
  const isClockAhead = finishedOn > today;
  const day = isClockAhead ? today : finishedOn;
  const evaluation =
    atOffice === undefined
      ? evaluate(definition, submission.answers, { today: day })
      : evaluateSupplement(definition, submission.answers, {
          filedOn: civilDate(atOffice.finishedAt),
          today: day,
        });
  if (!evaluation.mayFinish) return refused('answers-invalid', faults(evaluation));
  const unrecorded = consentsUnrecorded([...submission.consents, ...(atOffice?.consents ?? [])], evaluation);
  if (unrecorded.length > 0) {
    return refused('answers-invalid', `consents not recorded: ${unrecorded.join(', ')}`);
  }
  const unnamed = attachmentsMissing(submission, atOffice?.attachments ?? []);
  if (unnamed.length > 0) return refused('answers-invalid', `attachments not named: ${unnamed.join(', ')}`);
  return {
    kind: 'acceptable',
    caseId: evaluation.case?.id ?? null,
    subject: subjectOf(definition, evaluation.submission),
    evaluation,
  };
}

function refused(reason: Refusal['reason'], detail: string): Judgement {
  return { kind: 'refused', reason, detail };
}

function procedureName({ procedure }: Submission): string {
  return `${procedure.id} ${procedure.version}`;
}

/** Names questions, rules and problem codes; never what was answered. */
function faults(evaluation: Evaluation): string {
  const problems = evaluation.problems.filter((problem) => problem.severity === 'error');
  return [
    ...evaluation.missing.map((question) => `${question}: missing`),
    ...problems.map((problem) => `${problem.question}: ${problem.code}`),
    ...evaluation.stops.map((stop) => `stop: ${stop.key}`),
  ].join(', ');
}

/** Purposes that were answered without a record that says the same: the answer alone proves nothing (I11). */
function consentsUnrecorded(consents: Submission['consents'], evaluation: Evaluation): string[] {
  return evaluation.steps.flatMap(({ questions }) =>
    questions.flatMap(({ question }) => {
      if (question.type !== 'consent') return [];
      const answer = ConsentAnswer.safeParse(evaluation.submission[question.id]);
      const isRecorded = consents.some(
        ({ purpose, granted }) => purpose === question.purpose && granted === answer.data?.granted,
      );
      return answer.success && !isRecorded ? [question.purpose] : [];
    }),
  );
}

function attachmentsMissing(submission: Submission, known: Submission['attachments']): string[] {
  const named = new Set([...submission.attachments, ...known].map((attachment) => attachment.id));
  return Object.values(submission.answers)
    .flatMap(attachmentsIn)
    .filter((id) => !named.has(id));
}

function subjectOf(definition: ProcedureDefinition, answers: Evaluation['submission']): SubjectFacts {
  const { name, nationalId, birthDate, place } = definition.subject;
  const find = (question: string | undefined) => (question === undefined ? undefined : answers[question]);
  const text = (question: string | undefined) => {
    const answer = find(question);
    return typeof answer === 'string' ? answer : undefined;
  };
  const day = (question: string | undefined) => {
    const answer = PartialDate.safeParse(find(question));
    return answer.success ? formatIsoPartial(answer.data) : null;
  };
  // Who files is asked by the block of a person (src/procedures/blocks/person.json), or is one of those the form asks about
  // anyhow: `requester.relation` then names their block, as "mother" does.
  const relation = text('requester.relation') ?? '';
  const lives = Place.safeParse(find(place));
  const titles = definition.titleFrom.map(text);
  return {
    name: text(name) ?? titles.find((title) => title !== undefined) ?? '',
    nationalId: text(nationalId) ?? null,
    birthDate: day(birthDate),
    village: (lives.success ? lives.data.village : undefined) ?? null,
    askedBirthDate: day('requester.birthDate') ?? day(`${relation}.birthDate`) ?? day(birthDate),
  };
}
