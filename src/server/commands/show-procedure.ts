import { ProcedurePackage } from '../../contract/procedure-package.ts';
import type { Deps } from '../deps.ts';
import { mayReadProcedure } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';

export type ShowProcedureOutcome =
  | { readonly kind: 'shown'; readonly content: ProcedurePackage; readonly isWithdrawn: boolean }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string };

/** One version as a package; for a shipped one it is made from what ships. */
export async function showProcedure(
  deps: Deps,
  by: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ShowProcedureOutcome> {
  const found = (await deps.procedures.list(deps.db)).find((one) => one.id === id && one.version === version);
  if (found === undefined) return { kind: 'not-found' };
  const verdict = mayReadProcedure(by, found);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  // What the schema filled in is said again: the same declaration, only longer.
  const content = ProcedurePackage.parse({ definition: found.definition, texts: found.texts });
  return { kind: 'shown', content, isWithdrawn: found.stored === 'withdrawn' };
}
