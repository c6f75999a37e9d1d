import { addDays, daysBetween, formatIsoPartial } from '../citizen/partial-date.ts';
import type { Answers } from './contract/answers.ts';
import type { FilingDeadline } from './contract/evaluation.ts';
import type { ProcedureDefinition } from './definition.ts';
import { findAnswer, findDate } from './values.ts';

/** Until when the dossier is filed on time; only where the day it counts from is fully known. */
export function findDeadlines(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): FilingDeadline[] {
  return definition.filingDeadlines.flatMap(({ id, from, days }) => {
    const date = findDate(findAnswer(answers, from));
    if (date?.day === undefined) return [];
    const start = formatIsoPartial(date);
    const lastDay = addDays(start, days);
    const overdueDays = Math.max(0, daysBetween(lastDay, today));
    return [{ lastDay, overdueDays, why: { key: `deadline-${id}`, params: { days, lastDay, overdueDays } } }];
  });
}
