import { ProcedureDefinition, type Question } from './definition.ts';
import { findFormulaFaults } from './faults/formula-faults.ts';
import { findOrderFaults, namesCase } from './faults/order-faults.ts';
import { findWholeFaults } from './faults/whole-faults.ts';

export type ParsedDefinition =
  | { readonly kind: 'ok'; readonly definition: ProcedureDefinition }
  /** Every fault found, in English, for whoever writes the declaration. */
  | { readonly kind: 'invalid'; readonly faults: readonly string[] };

/** Reads a declaration: its shape, and that everything it refers to exists and comes early enough. */
export function parseDefinition(json: unknown): ParsedDefinition {
  if (isTooDeep(json)) return { kind: 'invalid', faults: [`nested deeper than ${DEEPEST} levels`] };
  const parsed = ProcedureDefinition.safeParse(json);
  if (!parsed.success) {
    return {
      kind: 'invalid',
      faults: parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`),
    };
  }
  const faults = findFaults(parsed.data);
  return faults.length === 0 ? { kind: 'ok', definition: parsed.data } : { kind: 'invalid', faults };
}

/** Deeper than any condition a person wrote; what is read by functions that call themselves must have an end. */
const DEEPEST = 100;

function isTooDeep(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function findFaults(definition: ProcedureDefinition): string[] {
  const questions = definition.steps.flatMap((step) => step.questions);
  const ids = questions.map((question) => question.id);
  return [
    ...twice('question', ids),
    ...twice(
      'step',
      definition.steps.map((step) => step.id),
    ),
    ...twice(
      'document',
      definition.documents.map((document) => document.id),
    ),
    ...twice(
      'case',
      definition.cases.map((one) => one.id),
    ),
    ...twice(
      'rule',
      definition.rules.map((rule) => rule.id),
    ),
    ...findOrderFaults(definition),
    ...findFormulaFaults(definition),
    ...findWholeFaults(definition),
    ...findDocumentFaults(definition, questions),
    ...findCaseFaults(definition),
    ...findMeaningFaults(definition, questions),
  ];
}

function twice(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what} ${id} stands twice`);
}

function findDocumentFaults(definition: ProcedureDefinition, questions: readonly Question[]): string[] {
  const asked = questions.flatMap((question) => (question.type === 'document' ? [question.document] : []));
  const known = definition.documents.map((document) => document.id);
  return [
    ...twice('document question for', asked),
    ...asked.filter((id) => !known.includes(id)).map((id) => `no document ${id}`),
    ...known.filter((id) => !asked.includes(id)).map((id) => `document ${id} is asked by no question`),
  ];
}

/** Answers that mean something beyond the form must be answers that can be given. */
function findMeaningFaults(definition: ProcedureDefinition, questions: readonly Question[]): string[] {
  const { consentGivenBy, spokenLanguage } = definition;
  return Object.entries({ consentGivenBy, spokenLanguage }).flatMap(([what, meaning]) => {
    if (meaning === undefined) return [];
    const question = questions.find((one) => one.id === meaning.question);
    if (question?.type !== 'choice') return [`${what}: no choice ${meaning.question}`];
    const offered = question.options.map((option) => option.value);
    return Object.keys(meaning.is)
      .filter((value) => !offered.includes(value))
      .map((value) => `${what}: ${meaning.question} offers no ${value}`);
  });
}

function findCaseFaults(definition: ProcedureDefinition): string[] {
  const last = definition.cases.length - 1;
  return definition.cases.flatMap((one, index) => {
    if (one.when !== undefined && namesCase(one.when)) return [`case ${one.id}: depends on the case itself`];
    if (index === last)
      return one.when === undefined ? [] : [`case ${one.id}: the last case has no condition`];
    return one.when === undefined ? [`case ${one.id}: cases after it can never be`] : [];
  });
}
