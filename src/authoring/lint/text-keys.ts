import type { ProcedureDefinition, Question } from '../../domain/procedure/definition.ts';

export interface TextKeys {
  /** Sentences that somebody will want to read or hear. */
  readonly needed: readonly string[];
  /** Sentences that may be said. */
  readonly welcome: readonly string[];
}

/** The keys of the texts that a declaration asks for, as `definition.ts` promises them. */
export function textKeysOf(definition: ProcedureDefinition): TextKeys {
  const asked = definition.steps.flatMap((step) => step.questions).map(keysOfQuestion);
  return {
    needed: unique([
      'name',
      'purpose',
      'keywords',
      'authority',
      'consentTextVersion',
      ...definition.steps.map((step) => `steps.${step.id}.title`),
      ...asked.flatMap((keys) => keys.needed),
      ...definition.documents.flatMap((one) => [
        `documents.${one.id}.name`,
        `documents.${one.id}.hint`,
        ...one.alternatives.flatMap((paper) => [`papers.${paper}.name`, `papers.${paper}.hint`]),
        ...(typeof one.requiredWhen === 'boolean' ? [] : [`reasons.document-${one.id}`]),
      ]),
      ...definition.cases.flatMap((one) => [
        `cases.${one.id}`,
        `reasons.case-${one.id}`,
        ...(one.fee.kind === 'computed' ? one.fee.rows.map((row) => `fees.${row.id}`) : []),
      ]),
      ...definition.filingDeadlines.map((one) => `reasons.deadline-${one.id}`),
      ...definition.rules.map((rule) => `reasons.${rule.id}`),
      ...definition.results.map((result) => `results.${result.id}`),
      ...definition.unconfirmed.map((fact) => `unconfirmed.${fact}`),
    ]),
    welcome: unique(asked.flatMap((keys) => keys.welcome)),
  };
}

function keysOfQuestion(question: Question): TextKeys {
  if (question.type === 'document' || question.type === 'hidden') return { needed: [], welcome: [] };
  if (question.type === 'consent') {
    const { purpose, mustGrant } = question;
    const refused = mustGrant ? [`reasons.consent-${purpose}`] : [];
    return { needed: [`consents.${purpose}.title`, `consents.${purpose}.text`, ...refused], welcome: [] };
  }
  const at = question.text === undefined ? `questions.${question.id}` : `shared.${question.text}`;
  const options = question.type === 'choice' || question.type === 'choices' ? question.options : [];
  const list = ('list' in question ? question.list : undefined) ?? question.id;
  return {
    needed: [`${at}.label`, ...options.map((option) => `choices.${list}.${option.value}`)],
    welcome: [`${at}.hint`, `${at}.spoken`],
  };
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
