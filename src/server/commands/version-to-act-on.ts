import type { Deps } from '../deps.ts';
import { nextVersionOf } from '../procedure-states.ts';
import type { KnownVersion } from '../procedures.ts';
import type { Trx } from '../storage/connection.ts';

/** One version with what the policies ask of it. */
export async function findVersionToActOn(
  deps: Deps,
  trx: Trx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<(KnownVersion & { readonly isNext: boolean }) | undefined> {
  const versions = await deps.procedures.list(trx);
  const found = versions.find((one) => one.id === id && one.version === version);
  return found && { ...found, isNext: nextVersionOf(versions, id) === version };
}
