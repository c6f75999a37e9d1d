import { formatIsoPartial, type PartialDate } from '../../citizen/partial-date.ts';
import type { Answers } from '../contract/answers.ts';
import type { Question } from '../definition.ts';
import { findAnswer, findDate } from '../values.ts';
import { error, type Finding } from './problem.ts';

type DateQuestion = Extract<Question, { type: 'date' }>;

export function checkDate(
  question: DateQuestion,
  date: PartialDate,
  answers: Answers,
  answeredOn: string,
): Finding[] {
  const findings: Finding[] = [];
  if (question.precision === 'full' && date.day === undefined) findings.push(error('date-not-full'));
  const written = formatIsoPartial(date);
  if (question.notInFuture && isEarlier(answeredOn, written)) findings.push(error('date-in-future'));
  const other =
    question.notBefore === undefined ? undefined : findDate(findAnswer(answers, question.notBefore));
  if (other !== undefined && isEarlier(written, formatIsoPartial(other))) {
    findings.push(error('date-before', { earliest: formatIsoPartial(other) }));
  }
  return findings;
}

/** Certainly earlier, as far as both are known: `1990` is not earlier than `1990-05`. */
function isEarlier(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}
