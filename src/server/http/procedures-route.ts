import type { FastifyInstance } from 'fastify';
import { fetchProcedures } from '../../contract/operations/procedures.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import { handOutProcedures } from '../commands/hand-out-procedures.ts';
import type { Deps } from '../deps.ts';
import { addTabletOperations } from './tablet-operation.ts';

/** The tablets' half of published procedures; the administrators' is in `office/procedures.ts`. */
export async function addProcedures(app: FastifyInstance, deps: Deps): Promise<void> {
  await addTabletOperations(app, deps, (add) => {
    add(fetchProcedures, async ({ contractVersion, wanted }) => {
      if (contractVersion < OLDEST_CONTRACT_VERSION)
        return { kind: 'refused', error: { kind: 'update-needed' } };
      return { kind: 'ok', answer: await handOutProcedures(deps, wanted) };
    });
  });
}
