import type { ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { type Finding, finding } from '../finding.ts';
import { placeOfQuestion } from '../place.ts';
import { both, demandsOf } from './demands.ts';
import { Possibilities } from './possible.ts';

/** What no answers lead to: steps, questions, options, cases, rules and papers that are there for nobody. */
export function lintReach(definition: ProcedureDefinition): readonly Finding[] {
  const possible = new Possibilities(definition);
  return [
    ...definition.steps.flatMap((step) => {
      if (step.visible !== undefined && !possible.isPossible(demandsOf(step.visible)))
        return [finding('error', [{ kind: 'step', name: step.id }], 'step-unreachable', { name: step.id })];
      return step.questions.flatMap((question): readonly Finding[] => {
        const shown = possible.shownWhen(question.id);
        const place = placeOfQuestion(step, question);
        if (!possible.isPossible(shown))
          return question.type === 'document'
            ? []
            : [finding('error', place, 'question-unreachable', { name: question.id })];
        const options = 'options' in question ? question.options : [];
        return options.flatMap(({ value, visible }) =>
          visible === undefined || possible.isPossible(both(shown, demandsOf(visible)))
            ? []
            : [
                finding('error', [...place, { kind: 'option', name: value }], 'option-never-offered', {
                  value,
                }),
              ],
        );
      });
    }),
    ...lintCases(definition, possible),
    ...lintRules(definition, possible),
    ...lintDocuments(definition, possible),
  ];
}

function lintCases({ cases }: ProcedureDefinition, possible: Possibilities): readonly Finding[] {
  return cases.flatMap(({ id, when }) =>
    when === undefined || possible.isPossible(demandsOf(when))
      ? []
      : [finding('error', [{ kind: 'case', name: id }], 'case-unreachable', { name: id })],
  );
}

function lintRules({ rules }: ProcedureDefinition, possible: Possibilities): readonly Finding[] {
  return rules.flatMap(({ id, when, question }) => {
    const shown = question === undefined ? [[]] : possible.shownWhen(question);
    return possible.isPossible(both(shown, demandsOf(when)))
      ? []
      : [finding('error', [{ kind: 'rule', name: id }], 'rule-about-nothing', { name: id })];
  });
}

function lintDocuments(
  { documents, steps }: ProcedureDefinition,
  possible: Possibilities,
): readonly Finding[] {
  const asked = new Map(
    steps.flatMap((step) =>
      step.questions.flatMap((one) => (one.type === 'document' ? [[one.document, one.id] as const] : [])),
    ),
  );
  return documents.flatMap((document): readonly Finding[] => {
    const { id, requiredWhen, alternatives, maxPhotos, showOnly } = document;
    const place = [{ kind: 'document', name: id }] as const;
    const shown = possible.shownWhen(asked.get(id) ?? '');
    const twice = alternatives.find((one, index) => alternatives.indexOf(one) !== index);
    return [
      ...(possible.isPossible(shown)
        ? []
        : [finding('error', place, 'document-never-asked-for', { name: id })]),
      ...(maxPhotos < 1 && !showOnly
        ? [finding('error', place, 'document-without-photo', { name: id })]
        : []),
      ...(twice === undefined ? [] : [finding('error', place, 'alternative-twice', { name: twice })]),
      ...(typeof requiredWhen === 'boolean' ||
      !possible.isPossible(shown) ||
      possible.isPossible(both(shown, demandsOf(requiredWhen)))
        ? []
        : [finding('error', place, 'document-never-required', { name: id })]),
    ];
  });
}
