import { ageInYears, daysBetween, formatIsoPartial } from '../citizen/partial-date.ts';
import type { Answers } from './contract/answers.ts';
import type { Reason } from './contract/evaluation.ts';
import type { Condition } from './definition.ts';
import { findAnswer, findDate } from './values.ts';

/**
 * What a condition looked at, for the sentence that says why: `days` since the date, `age` in full years, `number`.
 * Only what is fully known: a sentence with a guess in it would be believed.
 */
export function paramsOf(
  conditions: readonly Condition[],
  answers: Answers,
  today: string,
): Reason['params'] {
  return Object.assign({}, ...conditions.map((one) => paramsOfOne(one, answers, today)));
}

function paramsOfOne(condition: Condition, answers: Answers, today: string): Reason['params'] {
  if ('all' in condition) return paramsOf(condition.all, answers, today);
  if ('any' in condition) return paramsOf(condition.any, answers, today);
  if ('not' in condition) return paramsOfOne(condition.not, answers, today);
  if ('daysSince' in condition) {
    const date = findDate(findAnswer(answers, condition.daysSince));
    return date?.day === undefined ? {} : { days: daysBetween(formatIsoPartial(date), today) };
  }
  if ('ageOf' in condition) {
    const date = findDate(findAnswer(answers, condition.ageOf));
    const age = date === undefined ? undefined : ageInYears(date, today);
    return age?.kind === 'exact' ? { age: age.years } : {};
  }
  if ('number' in condition) {
    const value = findAnswer(answers, condition.number);
    return typeof value === 'number' ? { number: value } : {};
  }
  return {};
}
