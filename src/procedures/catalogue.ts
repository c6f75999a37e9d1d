import type { ProcedureDefinition } from '../domain/procedure/definition.ts';
import { parseDefinition } from '../domain/procedure/run.ts';
import accountRegistration from './account-registration/procedure.json' with { type: 'json' };
import birthRegistration from './birth-registration/procedure.json' with { type: 'json' };

/** Every version of every procedure that a draft or a dossier may still be pinned to. */
export const procedures: readonly ProcedureDefinition[] = [birthRegistration, accountRegistration].map(
  getDefinition,
);

/** The version a draft began with (I9), or undefined where this build does not carry it. */
export function findProcedure(id: string, version: number): ProcedureDefinition | undefined {
  return procedures.find((procedure) => procedure.id === id && procedure.version === version);
}

/** The version that new interviews begin with. Throws for an id no procedure has: ids come from the catalogue itself. */
export function getCurrentProcedure(id: string): ProcedureDefinition {
  const newest = procedures
    .filter((procedure) => procedure.id === id)
    .sort((a, b) => b.version - a.version)
    .at(0);
  if (newest === undefined) throw new Error(`No procedure ${id}`);
  return newest;
}

function getDefinition(json: unknown): ProcedureDefinition {
  const parsed = parseDefinition(json);
  if (parsed.kind === 'invalid')
    throw new Error(`Procedure declaration refused: ${parsed.faults.join('; ')}`);
  return parsed.definition;
}
