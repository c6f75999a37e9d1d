import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';

type Case = ProcedureDefinition['cases'][number];

/** Cases of which the same is said. */
export interface CasesAlike {
  /** Any of them. */
  readonly one: Case;
  /** Their ids; empty where all cases are alike. */
  readonly ids: readonly string[];
}

/** Cases of which the same is said together, so that a leaflet says it once. */
export function groupCases(cases: readonly Case[], say: (one: Case) => string): readonly CasesAlike[] {
  const groups = new Map<string, CasesAlike>();
  for (const one of cases) {
    const said = say(one);
    const group = groups.get(said);
    groups.set(said, { one: group?.one ?? one, ids: [...(group?.ids ?? []), one.id] });
  }
  return [...groups.values()].map(({ one, ids }) => ({ one, ids: groups.size === 1 ? [] : ids }));
}
