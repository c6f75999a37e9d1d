import type { ProblemWork } from '../../contract/operations/field-work.ts';
import type { ProblemDetail, ProblemLine } from '../../contract/operations/problems.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { isAnswerLate } from '../../domain/problem/answer-time.ts';
import { awaitsAnswer } from '../../domain/problem/life.ts';
import type { AttachmentRow, ProblemActionRow, ProblemRow, ProblemSubjectRow } from '../storage/rows.ts';

const BEGINNING = 140;

/** A line of the list: how it begins, whose it is, and whether somebody waits too long for an answer. */
export function presentProblemLine(row: ProblemRow, now: Date): ProblemLine {
  const dueAt = row.dueAt.toISOString();
  return {
    id: row.id,
    state: row.state,
    priority: row.priority,
    beginning: beginningOf(row.text),
    byName: row.staffName,
    receivedAt: row.receivedAt.toISOString(),
    dueAt,
    isLate: isAnswerLate({ state: row.state, dueAt }, now.toISOString()),
    department: row.department,
    assigneeName: row.assigneeName,
    attachments: row.attachments,
  };
}

export function presentProblem(problem: {
  readonly row: ProblemRow;
  readonly now: Date;
  readonly subject: ProblemSubjectRow | undefined;
  readonly mayOpenSubject: boolean;
  readonly files: readonly AttachmentRow[];
  readonly steps: readonly ProblemActionRow[];
  readonly allowed: ProblemDetail['allowed'];
  readonly isTimeConfirmed: boolean;
}): ProblemDetail {
  const { row, subject } = problem;
  return {
    ...presentProblemLine(row, problem.now),
    revision: row.revision,
    text: row.text,
    deviceName: row.deviceName,
    at: row.at.toISOString(),
    about:
      subject === undefined
        ? null
        : {
            id: subject.id,
            kind: subject.kind,
            subjectName: subject.subjectName,
            reference: subject.reference,
            officialCode: subject.officialCode,
            procedureId: subject.procedureId,
            procedureVersion: subject.procedureVersion,
            mayOpen: problem.mayOpenSubject,
          },
    isAboutAwaited: row.about !== null && subject === undefined,
    escalatedAt: row.escalatedAt?.toISOString() ?? null,
    isTimeConfirmed: problem.isTimeConfirmed,
    files: problem.files.map(({ id, mediaType, size, state }) => ({ id, mediaType, size, state })),
    steps: problem.steps.map((step) => ({
      id: step.id,
      action: step.action,
      at: step.at.toISOString(),
      byName: step.staffName,
      text: step.text,
      departmentName: step.departmentName,
    })),
    allowed: problem.allowed,
  };
}

/** The same problem for the tablet of who reported it: where it stands, and what was answered. */
export function presentProblemWork(row: ProblemRow, steps: readonly ProblemActionRow[]): ProblemWork {
  return {
    id: row.id,
    about: row.about,
    state: row.state,
    departmentName: row.department?.name ?? null,
    dueDate: awaitsAnswer(row.state) ? civilDate(row.dueAt.toISOString()) : null,
    answers: steps
      .filter((step) => step.problemId === row.id && step.action === 'answer')
      .map((step) => ({ at: step.at.toISOString(), byName: step.staffName ?? '', text: step.text })),
  };
}

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= BEGINNING ? line : `${line.slice(0, BEGINNING).replace(/\s+\S*$/, '')} …`;
}
