import { use, useSyncExternalStore } from 'react';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import type { FoundProcedure } from './procedures.ts';
import { ProceduresContext } from './procedures-context.ts';
import { markFulfilled } from './remembered.ts';

const NOTHING = markFulfilled<FoundProcedure | undefined>(Promise.resolve(undefined), undefined);

/**
 * One version of a procedure with its texts in place, or why it cannot be had. Suspends while it is read for the first time;
 * renders again when one that was not here has come. Undefined for nothing asked.
 */
export function useFoundProcedure(
  wanted: { readonly id: string; readonly version: number } | undefined,
): FoundProcedure | undefined {
  const procedures = use(ProceduresContext);
  return use(
    useSyncExternalStore<Promise<FoundProcedure | undefined>>(procedures.subscribe, () =>
      wanted === undefined ? NOTHING : procedures.find(wanted.id, wanted.version),
    ),
  );
}

/** The same for who does not ask why: undefined where it cannot be had. */
export function useProcedure(id: string, version: number): ProcedureDefinition | undefined {
  const found = useFoundProcedure({ id, version });
  return found?.kind === 'found' ? found.definition : undefined;
}
