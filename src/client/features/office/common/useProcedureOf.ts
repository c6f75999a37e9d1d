import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';

/** The version that something was filed with; undefined for nothing, and where this office cannot have it. */
export function useProcedureOf(
  filed: { readonly procedureId: string; readonly procedureVersion: number } | undefined,
): ProcedureDefinition | undefined {
  const found = useFoundProcedure(filed && { id: filed.procedureId, version: filed.procedureVersion });
  return found?.kind === 'found' ? found.definition : undefined;
}
