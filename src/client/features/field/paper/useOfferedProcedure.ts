import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useOffered } from '../../../procedures/offered.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';

/** The version that this tablet offers; undefined where it has none. Suspends while it is read. */
export function useOfferedProcedure(id: string): ProcedureDefinition | undefined {
  const offered = useOffered().find((one) => one.id === id);
  const found = useFoundProcedure(offered && { id, version: offered.version });
  return found?.kind === 'found' ? found.definition : undefined;
}
