import type { FastifyInstance } from 'fastify';
import { handToSupervisor } from '../../contract/operations/handed-items.ts';
import { handOverItem } from '../commands/hand-over-item.ts';
import type { Deps } from '../deps.ts';
import { addTabletOperations } from './tablet-operation.ts';

/** The tablets' half of handing over; the office's is in `office/handed-items.ts`. */
export async function addHandingOver(app: FastifyInstance, deps: Deps): Promise<void> {
  await addTabletOperations(app, deps, (add) => {
    add(handToSupervisor, async (body, deviceId) => {
      const outcome = await handOverItem(deps, deviceId, body);
      if (outcome.kind !== 'handed') return { kind: 'refused', error: { kind: outcome.kind } };
      const { state, handedAt } = outcome;
      return { kind: 'ok', answer: { state, handedAt: handedAt.toISOString() } };
    });
  });
}
