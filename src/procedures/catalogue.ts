import type { ProcedureDefinition } from '../domain/procedure/definition.ts';
import { parseDefinition } from '../domain/procedure/run.ts';
import accountRegistration from './account-registration/procedure.json' with { type: 'json' };
import birthRegistration from './birth-registration/procedure.json' with { type: 'json' };
import birthReregistration from './birth-reregistration/procedure.json' with { type: 'json' };
import { expandBlocks } from './expand-blocks.ts';
import interlinkedBirth from './interlinked-birth/procedure.json' with { type: 'json' };
import { createCatalogue } from './versions.ts';

/*
 * A folder for each procedure. `procedure.json` is its newest version; when it is raised, the one before stays beside it
 * as `procedure-<version>.json` and is listed here, so that drafts begun with it finish with it (I9). Texts are shared by
 * all versions of a procedure: a sentence goes when no version here asks for it any more.
 */
const catalogue = createCatalogue(
  [birthRegistration, accountRegistration, interlinkedBirth, birthReregistration].map(getDefinition),
);

/** Every version of every procedure that a draft or a dossier may still be pinned to. */
export const procedures: readonly ProcedureDefinition[] = catalogue.all;

/** The version a draft began with (I9), or undefined where this build does not carry it. */
export const findProcedure = catalogue.find;

/** The version that new interviews begin with. Throws for an id no procedure has: ids come from the catalogue itself. */
export function getCurrentProcedure(id: string): ProcedureDefinition {
  const newest = catalogue.current(id);
  if (newest === undefined) throw new Error(`No procedure ${id}`);
  return newest;
}

function getDefinition(json: unknown): ProcedureDefinition {
  const parsed = parseDefinition(expandBlocks(json));
  if (parsed.kind === 'invalid')
    throw new Error(`Procedure declaration refused: ${parsed.faults.join('; ')}`);
  return parsed.definition;
}
