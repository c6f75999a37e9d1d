import { holds } from './conditions.ts';
import type { Problem, Reason } from './contract/evaluation.ts';
import type { ProcedureDefinition } from './definition.ts';
import { findAnswer, plainValue } from './values.ts';
import type { Shown } from './visibility.ts';

/** Why the interview cannot go on: first a consent refused without which nothing may be done, then the procedure's rules. */
export function findStops(definition: ProcedureDefinition, shown: Shown, today: string): Reason[] {
  const refused = shown.steps
    .flatMap((step) => step.questions)
    .flatMap(({ question }) => {
      if (question.type !== 'consent' || !question.mustGrant) return [];
      const answer = findAnswer(shown.answers, question.id);
      const granted = answer === undefined ? undefined : plainValue(answer);
      return granted === false ? [{ key: `consent-${question.purpose}`, params: {} }] : [];
    });
  const ruled = definition.rules
    .filter((rule) => rule.effect === 'stop' && holds(rule.when, shown.answers, today))
    .map((rule) => ({ key: rule.id, params: {} }));
  return [...refused, ...ruled];
}

/** Errors and warnings of the procedure's rules, each beside its question; silent where that question is hidden. */
export function findRuleProblems(definition: ProcedureDefinition, shown: Shown, today: string): Problem[] {
  const visible = new Set(shown.steps.flatMap((step) => step.questions.map(({ question }) => question.id)));
  return definition.rules.flatMap(({ id, when, effect, question }): Problem[] => {
    if (effect === 'stop' || question === undefined || !visible.has(question)) return [];
    if (!holds(when, shown.answers, today)) return [];
    return [{ question, code: id, source: 'rule', severity: effect, params: {} }];
  });
}
