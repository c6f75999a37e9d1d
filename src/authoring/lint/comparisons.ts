import type { Condition, Formula, ProcedureDefinition, Question } from '../../domain/procedure/definition.ts';
import { formulasIn } from '../../domain/procedure/references.ts';
import { type Finding, finding, type Place, withNearest } from './finding.ts';
import { nearestOf } from './nearest.ts';
import { placeOfQuestion } from './place.ts';
import { valuesOf } from './reach/possible.ts';

/** Comparisons with what no answer can be: a value that no option offers, one of many where one is chosen. */
export function lintComparisons(definition: ProcedureDefinition): readonly Finding[] {
  const questions = new Map(
    definition.steps.flatMap((step) => step.questions.map((one) => [one.id, one] as const)),
  );
  const papers = new Map(definition.documents.map((one) => [one.id, one.alternatives]));
  const cases = new Set(definition.cases.map(({ id }) => id));
  const valuesOfAnswer = (question: Question | undefined) =>
    question?.type === 'document' ? papers.get(question.document) : valuesOf(question);
  return conditionsOfAll(definition).flatMap(({ place, condition }) =>
    partsOf(condition).flatMap(({ part, isFormula }): readonly Finding[] => {
      if ('case' in part)
        return cases.has(part.case) ? [] : [finding('error', place, 'case-unknown', { name: part.case })];
      if (!('answer' in part)) return [];
      const question = questions.get(part.answer);
      const known = valuesOfAnswer(question);
      if (question === undefined || known === undefined) return [];
      const isSeveral = question.type === 'choices';
      if ('is' in part || 'in' in part) {
        // A formula compares the whole selection, its words with blanks between.
        if (isSeveral && isFormula) return [];
        if (isSeveral) return [finding('error', place, 'compares-with-many', { name: part.answer })];
        return ('is' in part ? [part.is] : part.in)
          .filter((value) => !known.includes(value))
          .map((value) => notOffered(place, part.answer, value, known));
      }
      if (!('includes' in part)) return [];
      if (!isSeveral) return [finding('error', place, 'compares-one-of-many', { name: part.answer })];
      return known.includes(part.includes) ? [] : [notOffered(place, part.answer, part.includes, known)];
    }),
  );
}

function notOffered(
  place: Place,
  name: string,
  value: string | number | boolean,
  known: readonly (string | number | boolean)[],
): Finding {
  const nearest = nearestOf(String(value), known.map(String));
  return finding(
    'error',
    place,
    ...withNearest('value-not-offered', { name, value: String(value) }, nearest),
  );
}

interface Standing {
  readonly place: Place;
  readonly condition: Condition;
}

function conditionsOfAll(definition: ProcedureDefinition): readonly Standing[] {
  const standing = (place: Place, condition: Condition | boolean | undefined): readonly Standing[] =>
    condition === undefined || typeof condition === 'boolean' ? [] : [{ place, condition }];
  return [
    ...definition.steps.flatMap((step) => [
      ...standing([{ kind: 'step', name: step.id }], step.visible),
      ...step.questions.flatMap((question) => {
        const place = placeOfQuestion(step, question);
        return [
          ...standing(place, question.visible),
          ...standing(place, question.required),
          ...('options' in question ? question.options : []).flatMap((option) =>
            standing([...place, { kind: 'option', name: option.value }], option.visible),
          ),
        ];
      }),
    ]),
    ...definition.cases.flatMap(({ id, when }) => standing([{ kind: 'case', name: id }], when)),
    ...definition.rules.flatMap(({ id, when }) => standing([{ kind: 'rule', name: id }], when)),
    ...definition.documents.flatMap(({ id, requiredWhen }) =>
      standing([{ kind: 'document', name: id }], requiredWhen),
    ),
    ...definition.followUps.flatMap(({ procedure, when }) =>
      standing([{ kind: 'follow-up', name: procedure }], when),
    ),
  ];
}

interface Part {
  readonly part: Condition;
  readonly isFormula: boolean;
}

/** The parts of a condition that look at something, those in formulas as far as they compare with one word. */
function partsOf(condition: Condition): readonly Part[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  if ('not' in condition) return partsOf(condition.not);
  return 'formula' in condition
    ? formulasIn(condition).flatMap(comparedIn)
    : [{ part: condition, isFormula: false }];
}

function comparedIn(formula: Formula): readonly Part[] {
  if (!('call' in formula)) return [];
  const [first, second] = formula.with;
  const isWord = first !== undefined && second !== undefined && 'answer' in first && 'value' in second;
  if (formula.call === '=' && isWord && typeof second.value === 'string' && second.value !== '')
    return [{ part: { answer: first.answer, is: second.value }, isFormula: true }];
  return formula.with.flatMap(comparedIn);
}
