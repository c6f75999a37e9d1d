import type { ProcedureDefinition } from '../domain/procedure/definition.ts';

/** Every version of every procedure that somebody may still be in the middle of. */
export interface Catalogue {
  readonly all: readonly ProcedureDefinition[];
  /** The version a draft began with (I9), or undefined where this build does not carry it. */
  readonly find: (id: string, version: number) => ProcedureDefinition | undefined;
  /** The newest version: new interviews begin with it. Undefined for an id that no procedure has. */
  readonly current: (id: string) => ProcedureDefinition | undefined;
}

/**
 * Throws where two declarations are the same version of the same procedure, or where a version is missing between the
 * first and the newest: a released version stays for as long as a tablet may hold a draft of it.
 */
export function createCatalogue(all: readonly ProcedureDefinition[]): Catalogue {
  const versions = new Map<string, readonly ProcedureDefinition[]>();
  for (const one of all) {
    const sorted = [...(versions.get(one.id) ?? []), one].sort((a, b) => a.version - b.version);
    versions.set(one.id, sorted);
  }
  for (const [id, sorted] of versions) {
    const numbers = sorted.map(({ version }) => version);
    if (numbers.some((version, index) => version !== index + 1))
      throw new Error(`Procedure ${id} has the versions ${numbers.join(', ')}: each once, and none left out`);
  }
  return {
    all,
    find: (id, version) => versions.get(id)?.[version - 1],
    current: (id) => versions.get(id)?.at(-1),
  };
}
