import { holds } from './conditions.ts';
import type { Problem, Reason } from './contract/evaluation.ts';
import type { ProcedureDefinition, Rule, Step } from './definition.ts';
import { paramsOf } from './reason-params.ts';
import { ruleInRepetition } from './repeats.ts';
import { findAnswer, plainValue } from './values.ts';
import type { Shown } from './visibility.ts';

/**
 * Why the interview cannot go on: the declaration is not valid on this day; then a consent refused without which nothing
 * may be done; then the procedure's rules.
 */
export function findStops(
  definition: ProcedureDefinition,
  shown: Shown,
  today: string,
  caseId: string | undefined,
): Reason[] {
  const refused = shown.steps
    .flatMap((step) => step.questions)
    .flatMap(({ question }) => {
      if (question.type !== 'consent' || !question.mustGrant) return [];
      const answer = findAnswer(shown.answers, question.id);
      const granted = answer === undefined ? undefined : plainValue(answer);
      return granted === false ? [{ key: `consent-${question.purpose}`, params: {} }] : [];
    });
  const ruled = definition.rules
    .filter(({ effect }) => effect === 'stop')
    .flatMap((rule) => {
      // Beside a repeated question it holds for the first repetition that is so: one thing stops the whole.
      const first = everyRepetition(rule, definition, shown).find((one) =>
        holds(one.when, shown.answers, today, caseId),
      );
      if (first === undefined) return [];
      return [{ key: rule.id, params: paramsOf([first.when], shown.answers, today, caseId) }];
    });
  return [...findValidity(definition, today), ...refused, ...ruled];
}

function findValidity({ validFrom, validTo }: ProcedureDefinition, today: string): Reason[] {
  if (validTo !== undefined && today > validTo) return [{ key: 'procedure-expired', params: { validTo } }];
  if (validFrom !== undefined && today < validFrom)
    return [{ key: 'procedure-not-yet-valid', params: { validFrom } }];
  return [];
}

/**
 * Errors and warnings of the procedure's rules, each beside its question; silent where that question is hidden. A rule
 * beside a question of a repeated step is looked at for each repetition.
 */
export function findRuleProblems(
  definition: ProcedureDefinition,
  shown: Shown,
  today: string,
  caseId: string | undefined,
): Problem[] {
  const visible = new Set(shown.steps.flatMap((step) => step.questions.map(({ question }) => question.id)));
  return definition.rules
    .filter(({ effect }) => effect !== 'stop')
    .flatMap((rule) => everyRepetition(rule, definition, shown))
    .flatMap(({ id, when, effect, question }): Problem[] => {
      if (effect === 'stop' || question === undefined || !visible.has(question)) return [];
      if (!holds(when, shown.answers, today, caseId)) return [];
      const params = paramsOf([when], shown.answers, today, caseId);
      return [{ question, code: id, source: 'rule', severity: effect, params }];
    });
}

function everyRepetition(rule: Rule, definition: ProcedureDefinition, shown: Shown): readonly Rule[] {
  const step = repeatedStepOf(definition).get(rule.question ?? '');
  if (step === undefined) return [rule];
  return shown.steps.flatMap((one) =>
    one.step === step && one.repetition !== undefined
      ? [ruleInRepetition(rule, step, one.repetition.number)]
      : [],
  );
}

const repeatedSteps = new WeakMap<ProcedureDefinition, ReadonlyMap<string, Step>>();

/** The repeated step in which a question is asked. */
function repeatedStepOf(definition: ProcedureDefinition): ReadonlyMap<string, Step> {
  const known = repeatedSteps.get(definition);
  if (known !== undefined) return known;
  const found = new Map(
    definition.steps
      .filter((step) => step.repeat !== undefined)
      .flatMap((step) => step.questions.map(({ id }) => [id, step] as const)),
  );
  repeatedSteps.set(definition, found);
  return found;
}
