import { ageInYears, daysBetween, formatIsoPartial } from '../citizen/partial-date.ts';
import type { Answers } from './contract/answers.ts';
import { compareDates, spanOf } from './date-spans.ts';
import type { Condition } from './definition.ts';
import { compute } from './formula/compute.ts';
import { toBoolean } from './formula/value.ts';
import { allOf, anyOf, opposite, type Truth, truthOf } from './truth.ts';
import { findAnswer, findDate, isAnswered, isUnknown, plainValue } from './values.ts';

/**
 * What the answers say about a condition on the day `today` (`YYYY-MM-DD`). `answers` holds visible questions only;
 * `caseId` is the case they lead to, where it is decided.
 */
export function decide(condition: Condition, answers: Answers, today: string, caseId?: string): Truth {
  const decidePart = (part: Condition) => decide(part, answers, today, caseId);
  if ('all' in condition) return allOf(condition.all.map(decidePart));
  if ('any' in condition) return anyOf(condition.any.map(decidePart));
  if ('not' in condition) return opposite(decidePart(condition.not));
  if ('daysSince' in condition) return decideDays(condition, answers, today);
  if ('ageOf' in condition) return decideAge(condition, answers, today);
  if ('number' in condition) return decideNumber(condition, answers);
  if ('date' in condition) return decideDate(condition, answers);
  if ('case' in condition) return caseId === undefined ? 'open' : truthOf(caseId === condition.case);
  if ('formula' in condition) return truthOf(toBoolean(compute(condition.formula, { answers, today })));
  return decideAnswer(condition, answers);
}

/** `true` only where the answers decide for it. */
export function holds(condition: Condition, answers: Answers, today: string, caseId?: string): boolean {
  return decide(condition, answers, today, caseId) === 'yes';
}

type AnswerCondition = Extract<Condition, { answer: string }>;
type DaysCondition = Extract<Condition, { daysSince: string }>;
type AgeCondition = Extract<Condition, { ageOf: string }>;
type NumberCondition = Extract<Condition, { number: string }>;
type DateCondition = Extract<Condition, { date: string }>;

function decideAnswer(condition: AnswerCondition, answers: Answers): Truth {
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

function decideNumber(condition: NumberCondition, answers: Answers): Truth {
  const value = findAnswer(answers, condition.number);
  if (typeof value !== 'number' || Number.isNaN(value)) return 'open';
  return truthOf('under' in condition ? value < condition.under : value >= condition.atLeast);
}

function decideDate(condition: DateCondition, answers: Answers): Truth {
  const other = 'before' in condition ? condition.before : condition.onOrAfter;
  const first = spanOf(findDate(findAnswer(answers, condition.date)));
  const second = /^\d/.test(other)
    ? { earliest: other, latest: other }
    : spanOf(findDate(findAnswer(answers, other)));
  const isBefore = first === undefined || second === undefined ? 'open' : compareDates(first, second);
  return 'before' in condition ? isBefore : opposite(isBefore);
}
