import { ageInYears, daysBetween, formatIsoPartial } from '../citizen/partial-date.ts';
import type { Answers } from './contract/answers.ts';
import type { Condition } from './definition.ts';
import { allOf, anyOf, opposite, type Truth, truthOf } from './truth.ts';
import { findAnswer, findDate, isAnswered, isUnknown, plainValue } from './values.ts';

/** What the answers say about a condition on the day `today` (`YYYY-MM-DD`). `answers` holds visible questions only. */
export function decide(condition: Condition, answers: Answers, today: string): Truth {
  if ('all' in condition) return allOf(condition.all.map((part) => decide(part, answers, today)));
  if ('any' in condition) return anyOf(condition.any.map((part) => decide(part, answers, today)));
  if ('not' in condition) return opposite(decide(condition.not, answers, today));
  if ('daysSince' in condition) return decideDays(condition, answers, today);
  if ('ageOf' in condition) return decideAge(condition, answers, today);

  const value = findAnswer(answers, condition.answer);
  if ('answered' in condition) return truthOf(isAnswered(value) === condition.answered);
  if (!isAnswered(value)) return 'open';
  if ('unknown' in condition) return truthOf(isUnknown(value) === condition.unknown);
  if (isUnknown(value)) return 'open';
  if ('includes' in condition) return truthOf(Array.isArray(value) && value.includes(condition.includes));
  const plain = plainValue(value);
  if ('is' in condition) return truthOf(plain === condition.is);
  return truthOf(condition.in.some((one) => one === plain));
}

/** `true` only where the answers decide for it. */
export function holds(condition: Condition, answers: Answers, today: string): boolean {
  return decide(condition, answers, today) === 'yes';
}

/** The ids of the questions that a condition looks at. */
export function questionsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('not' in condition) return questionsOf(condition.not);
  if ('daysSince' in condition) return [condition.daysSince];
  if ('ageOf' in condition) return [condition.ageOf];
  return [condition.answer];
}

type DaysCondition = Extract<Condition, { daysSince: string }>;
type AgeCondition = Extract<Condition, { ageOf: string }>;

function decideDays(condition: DaysCondition, answers: Answers, today: string): Truth {
  const date = findDate(findAnswer(answers, condition.daysSince));
  if (date?.day === undefined) return 'open';
  const days = daysBetween(formatIsoPartial(date), today);
  return truthOf('moreThan' in condition ? days > condition.moreThan : days <= condition.atMost);
}

function decideAge(condition: AgeCondition, answers: Answers, today: string): Truth {
  const date = findDate(findAnswer(answers, condition.ageOf));
  if (date === undefined) return 'open';
  const age = ageInYears(date, today);
  const least = age.kind === 'exact' ? age.years : age.least;
  const most = age.kind === 'exact' ? age.years : age.most;
  const limit = 'under' in condition ? condition.under : condition.atLeast;
  if (least < limit && most >= limit) return 'open';
  return truthOf('under' in condition ? most < limit : least >= limit);
}
