import type { Condition, Formula, ProcedureDefinition, Question, Step } from '../definition.ts';
import { conditionsOf, formulasIn, questionsOf, questionsOfFormula, repeatedIn } from '../references.ts';

/*
 * What shows, requires, proposes or calculates a question may look only at questions before it: one walk through the
 * steps decides all. A repeated question can be named inside its own step, where it means the same repetition; from
 * elsewhere only all its answers together.
 */

interface Walk {
  readonly before: Set<string>;
  readonly types: ReadonlyMap<string, Question['type']>;
  readonly repeatedIn: ReadonlyMap<string, Step>;
}

/** Faults of order and of repetition, in the order of the steps. */
export function findOrderFaults(definition: ProcedureDefinition): readonly string[] {
  const asked = definition.steps.flatMap((step) => step.questions.map((question) => ({ step, question })));
  const walk: Walk = {
    before: new Set(),
    types: new Map(asked.map(({ question }) => [question.id, question.type])),
    repeatedIn: new Map(
      asked.flatMap(({ step, question }) =>
        step.repeat === undefined ? [] : [[question.id, step] as const],
      ),
    ),
  };
  return definition.steps.flatMap((step) => [
    ...(step.visible === undefined ? [] : lookAt(`step ${step.id}`, step.visible, undefined, walk)),
    ...findRepeatFaults(step, walk),
    ...step.questions.flatMap((question) => {
      const faults = findQuestionFaults(question, step, walk);
      walk.before.add(question.id);
      return faults;
    }),
  ]);
}

function findRepeatFaults(step: Step, walk: Walk): string[] {
  if (step.repeat === undefined) return [];
  const { count } = step.repeat;
  const alone = step.questions.filter(({ type }) => ['document', 'consent', 'signature'].includes(type));
  return [
    ...(!walk.before.has(count)
      ? [`step ${step.id} is repeated by ${count}, which does not come before it`]
      : walk.types.get(count) === 'number' && !walk.repeatedIn.has(count)
        ? []
        : [`step ${step.id} is repeated by ${count}, which is no number asked once`]),
    ...alone.map(({ id, type }) => `question ${id}: a ${type} cannot be repeated`),
  ];
}

function findQuestionFaults(question: Question, step: Step, walk: Walk): string[] {
  const who = `question ${question.id}`;
  const { proposal, calculated, type } = question;
  const computed = [proposal, calculated].filter((formula) => formula !== undefined);
  const given = ['consent', 'document', 'signature', 'media', 'location', 'place', 'note'];
  return [
    ...conditionsOf(question).flatMap((condition) => lookAt(who, condition, step, walk)),
    ...computed.flatMap((formula) => lookAtFormula(who, formula, step, walk)),
    ...(type === 'hidden' && calculated === undefined ? [`${who} is hidden and never calculated`] : []),
    ...(computed.length > 0 && given.includes(type)
      ? [`${who}: a ${type} cannot be calculated or proposed`]
      : []),
  ];
}

function lookAt(who: string, condition: Condition, step: Step | undefined, walk: Walk): string[] {
  return [
    ...questionsOf(condition).flatMap((id) => lookAtQuestion(who, id, step, walk)),
    ...formulasIn(condition).flatMap((formula) => lookAtAll(who, formula, walk)),
    ...(namesCase(condition) ? [`${who} depends on the case, which is decided after it`] : []),
  ];
}

function lookAtFormula(who: string, formula: Formula, step: Step, walk: Walk): string[] {
  return [
    ...questionsOfFormula(formula).flatMap((id) => lookAtQuestion(who, id, step, walk)),
    ...lookAtAll(who, formula, walk),
  ];
}

function lookAtQuestion(who: string, id: string, step: Step | undefined, walk: Walk): string[] {
  if (!walk.before.has(id)) return [`${who} depends on ${id}, which does not come before it`];
  const home = walk.repeatedIn.get(id);
  return home === undefined || home === step
    ? []
    : [`${who} depends on ${id}, which is asked more than once: take all its answers together`];
}

function lookAtAll(who: string, formula: Formula, walk: Walk): string[] {
  return repeatedIn(formula).flatMap((id) => {
    if (!walk.before.has(id)) return [`${who} depends on ${id}, which does not come before it`];
    return walk.repeatedIn.has(id) ? [] : [`${who} takes all answers of ${id}, which is asked once`];
  });
}

export function namesCase(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(namesCase);
  if ('any' in condition) return condition.any.some(namesCase);
  return 'not' in condition ? namesCase(condition.not) : 'case' in condition;
}
