import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import { shippedOffers } from './shipped-offers.ts';

/*
 * The declarations of this build, each a chunk of its own that is read when it is first needed. The service worker keeps
 * them all, so that "when it is needed" may be in a village without a network.
 */

const files = import.meta.glob<unknown>(
  ['../../procedures/*/procedure.json', '../../procedures/*/procedure-*.json'],
  { import: 'default' },
);

/** Undefined where this build carries no such version. Throws where its own file cannot be read: a bug or a broken cache. */
export async function loadShipped(id: string, version: number): Promise<ProcedureDefinition | undefined> {
  const newest = shippedOffers.find((one) => one.id === id)?.version;
  const name = version === newest ? 'procedure' : `procedure-${version}`;
  const load = files[`../../procedures/${id}/${name}.json`];
  if (load === undefined) return undefined;
  const parsed = parseDefinition(expandBlocks(await load()));
  if (parsed.kind === 'invalid')
    throw new Error(`Procedure declaration refused: ${parsed.faults.join('; ')}`);
  return parsed.definition;
}
