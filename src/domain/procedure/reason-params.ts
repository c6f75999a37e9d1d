import { ageInYears, daysBetween, formatIsoPartial } from '../citizen/partial-date.ts';
import { decide } from './conditions.ts';
import type { Answers } from './contract/answers.ts';
import type { Reason } from './contract/evaluation.ts';
import type { Condition } from './definition.ts';
import { findAnswer, findDate } from './values.ts';

/**
 * What decided conditions, for the sentence that says why: `days` since a date, `age` in full years, `number`, or a
 * `date` and the `limit` it was held against. Only what is fully known: a sentence with a guess in it would be
 * believed. Parts that decided nothing are left out, such as the other side of an "or"; of two ages the first is said.
 */
export function paramsOf(
  conditions: readonly Condition[],
  answers: Answers,
  today: string,
  caseId?: string,
): Reason['params'] {
  const said = conditions
    .flatMap((one) => decisiveParts(one, answers, today, caseId))
    .map((part) => paramsOfPart(part, answers, today));
  return Object.assign({}, ...said.reverse());
}

/** The parts that made the condition hold, or not hold; none while it is open. */
function decisiveParts(
  condition: Condition,
  answers: Answers,
  today: string,
  caseId: string | undefined,
): readonly Condition[] {
  const truth = decide(condition, answers, today, caseId);
  if (truth === 'open') return [];
  const within = (parts: readonly Condition[]) =>
    parts
      .filter((part) => decide(part, answers, today, caseId) === truth)
      .flatMap((part) => decisiveParts(part, answers, today, caseId));
  if ('all' in condition) return within(condition.all);
  if ('any' in condition) return within(condition.any);
  if ('not' in condition) return decisiveParts(condition.not, answers, today, caseId);
  return [condition];
}

function paramsOfPart(part: Condition, answers: Answers, today: string): Reason['params'] {
  const dateOf = (id: string) => findDate(findAnswer(answers, id));
  if ('daysSince' in part) {
    const date = dateOf(part.daysSince);
    return date?.day === undefined ? {} : { days: daysBetween(formatIsoPartial(date), today) };
  }
  if ('ageOf' in part) {
    const date = dateOf(part.ageOf);
    const age = date === undefined ? undefined : ageInYears(date, today);
    return age?.kind === 'exact' ? { age: age.years } : {};
  }
  if ('number' in part) {
    const value = findAnswer(answers, part.number);
    return typeof value === 'number' ? { number: value } : {};
  }
  if ('date' in part) {
    const other = 'before' in part ? part.before : part.onOrAfter;
    const [date, limit] = [dateOf(part.date), /^\d/.test(other) ? other : dateOf(other)];
    if (date === undefined || limit === undefined) return {};
    return {
      date: formatIsoPartial(date),
      limit: typeof limit === 'string' ? limit : formatIsoPartial(limit),
    };
  }
  return {};
}
