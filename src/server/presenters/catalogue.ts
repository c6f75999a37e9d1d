import type { Change } from '../../contract/down/change.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';

type Catalogue = Omit<Extract<Change, { kind: 'catalogue' }>, 'cursor'>;
type Version = Pick<ProcedureDefinition, 'id' | 'version' | 'validTo'>;

/**
 * What the office works with on a day (civil date in Việt Nam), as tablets are told: the newest version of each procedure is current,
 * older ones are superseded, and a procedure whose newest version has ended is retired in all its versions.
 */
export function presentCatalogue(
  procedures: readonly Version[],
  languagePacks: Catalogue['languagePacks'],
  today: string,
): Catalogue {
  const newest = new Map<string, Version>();
  for (const one of procedures) {
    const known = newest.get(one.id);
    if (known === undefined || known.version < one.version) newest.set(one.id, one);
  }
  const stateOf = (one: Version) => {
    const last = newest.get(one.id);
    if (last?.validTo !== undefined && last.validTo < today) return 'retired' as const;
    return last?.version === one.version ? ('current' as const) : ('superseded' as const);
  };
  return {
    kind: 'catalogue',
    procedures: [...procedures]
      .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
      .map((one) => ({ id: one.id, version: one.version, state: stateOf(one) })),
    languagePacks: [...languagePacks],
  };
}
