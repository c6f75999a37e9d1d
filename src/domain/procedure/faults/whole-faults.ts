import type { ProcedureDefinition, Question, Step } from '../definition.ts';
import { formulasIn, questionsOf, questionsOfFormula, repeatedIn } from '../references.ts';
import { lookedAtAfterwards } from './afterwards.ts';

/*
 * What is looked at after the last question may name any of them, wherever it stands. One asked more than once has no
 * one answer: only a rule beside a question of the same step may name it, and means the same repetition.
 */

export function findWholeFaults(definition: ProcedureDefinition): readonly string[] {
  const homes = new Map(
    definition.steps.flatMap((step) => step.questions.map(({ id }) => [id, step] as const)),
  );
  const roles = definition.steps.map((step) => step.role).filter((role) => role !== undefined);
  return [
    ...lookedAtAfterwards(definition).flatMap(({ who, conditions, formulas, named, beside }) => {
      const home = beside === undefined ? undefined : homes.get(beside);
      const all = [...conditions.flatMap(formulasIn), ...formulas].flatMap(repeatedIn);
      return [
        ...(beside !== undefined && home === undefined ? [`${who}: no question ${beside}`] : []),
        ...[...named, ...conditions.flatMap(questionsOf), ...formulas.flatMap(questionsOfFormula)].flatMap(
          (id) => namedOnce(who, id, home, homes),
        ),
        ...all.flatMap((id) => namedAsAll(who, id, homes)),
      ];
    }),
    ...definition.steps.flatMap((step) =>
      step.questions.flatMap((question) =>
        referencesOf(question).flatMap((id) => namedOnce(`question ${question.id}`, id, step, homes)),
      ),
    ),
    ...roles.flatMap((role) => (definition.roles.includes(role) ? [] : [`no role ${role}`])),
    ...definition.rules.flatMap((rule) =>
      rule.effect !== 'stop' && rule.question === undefined
        ? [`rule ${rule.id}: stands beside no question`]
        : [],
    ),
  ];
}

function namedOnce(
  who: string,
  id: string,
  home: Step | undefined,
  homes: ReadonlyMap<string, Step>,
): string[] {
  const step = homes.get(id);
  if (step === undefined) return [`${who}: no question ${id}`];
  return step.repeat === undefined || step === home
    ? []
    : [`${who}: ${id} is asked more than once: take all its answers together`];
}

function namedAsAll(who: string, id: string, homes: ReadonlyMap<string, Step>): string[] {
  const step = homes.get(id);
  if (step === undefined) return [`${who}: no question ${id}`];
  return step.repeat === undefined ? [`${who}: takes all answers of ${id}, which is asked once`] : [];
}

/** Questions that an answer is checked against. */
function referencesOf(question: Question): readonly string[] {
  const named =
    question.type === 'date'
      ? [question.notBefore]
      : question.type === 'national-id'
        ? [question.sexFrom, question.birthDateFrom]
        : [];
  return named.filter((id) => id !== undefined);
}
