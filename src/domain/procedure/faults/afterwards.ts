import type { Condition, Formula, ProcedureDefinition } from '../definition.ts';

/** What looks at answers once everything is asked: cases, fees, rules, papers, follow-ups, deadlines, names, meanings. */
export interface Afterwards {
  readonly who: string;
  readonly conditions: readonly Condition[];
  readonly formulas: readonly Formula[];
  /** Questions that are named one by one. */
  readonly named: readonly string[];
  /** The question it stands beside: where that is repeated, it is looked at for each repetition. */
  readonly beside?: string;
}

export function lookedAtAfterwards(definition: ProcedureDefinition): readonly Afterwards[] {
  const { subject, cases, rules, documents, followUps, filingDeadlines } = definition;
  const meanings = [
    ['consentGivenBy', definition.consentGivenBy],
    ['spokenLanguage', definition.spokenLanguage],
  ] as const;
  const described = [subject.name, subject.nationalId, subject.birthDate, subject.place];
  return [
    entry('titleFrom', { named: definition.titleFrom }),
    entry('subject', { named: described.filter((id) => id !== undefined) }),
    ...meanings.flatMap(([who, meaning]) =>
      meaning === undefined ? [] : [entry(who, { named: [meaning.question] })],
    ),
    ...filingDeadlines.map(({ id, from }) => entry(`deadline ${id}`, { named: [from] })),
    ...cases.map(({ id, when, fee }) =>
      entry(`case ${id}`, {
        conditions: some(when),
        formulas: fee.kind === 'computed' ? [fee.dong] : [],
      }),
    ),
    ...rules.map(({ id, when, question }) =>
      entry(`rule ${id}`, { conditions: [when], ...(question === undefined ? {} : { beside: question }) }),
    ),
    ...documents.map(({ id, requiredWhen }) =>
      entry(`document ${id}`, { conditions: typeof requiredWhen === 'boolean' ? [] : [requiredWhen] }),
    ),
    ...followUps.map(({ procedure, when }) => entry(`follow-up ${procedure}`, { conditions: some(when) })),
  ];
}

function entry(who: string, parts: Omit<Partial<Afterwards>, 'who'>): Afterwards {
  return { who, conditions: [], formulas: [], named: [], ...parts };
}

function some(when: Condition | undefined): readonly Condition[] {
  return when === undefined ? [] : [when];
}
