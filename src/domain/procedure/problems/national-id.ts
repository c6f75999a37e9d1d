import { nationalIdWarnings, parseNationalId } from '../../citizen/national-id.ts';
import type { Answers } from '../contract/answers.ts';
import type { Question } from '../definition.ts';
import { findAnswer, findDate } from '../values.ts';
import { error, type Finding, warning } from './problem.ts';

/**
 * The number says which sex and birth year it was given for. Where the answers say otherwise the person is only asked
 * to look again: numbers were given with mistakes, and the card is what counts.
 */
export function checkNationalId(
  question: Extract<Question, { type: 'national-id' }>,
  text: string,
  answers: Answers,
): Finding[] {
  const id = parseNationalId(text);
  if (id.kind === 'invalid' || (id.kind === 'old-number' && !question.oldNumberAllowed)) {
    return [error(question.oldNumberAllowed ? 'id-not-twelve-or-nine-digits' : 'id-not-twelve-digits')];
  }
  const sex = question.sexFrom === undefined ? undefined : findAnswer(answers, question.sexFrom);
  const birthDate =
    question.birthDateFrom === undefined ? undefined : findDate(findAnswer(answers, question.birthDateFrom));
  return nationalIdWarnings(id.value, {
    sex: sex === 'male' || sex === 'female' ? sex : undefined,
    birthDate,
  }).map((difference) => warning(`id-${difference}`));
}
