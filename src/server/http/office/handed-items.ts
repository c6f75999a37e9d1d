import type { FastifyInstance } from 'fastify';
import {
  closeHandedItem,
  getHandedItem,
  listHandedItems,
} from '../../../contract/operations/handed-items.ts';
import { closeHandedItem as closeHandedItemCommand } from '../../commands/close-handed-item.ts';
import { openHandedItem } from '../../commands/open-handed-item.ts';
import type { Deps } from '../../deps.ts';
import { mayCloseHandedItem, maySeeHandedItem } from '../../policies/handed-item.ts';
import { scopeOf } from '../../policies/reach.ts';
import { presentHandedItem } from '../../presenters/handed-item.ts';
import { findHandedItem, listHandedItems as listHandedItemRows } from '../../storage/handed-items.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** What tablets handed over because intake could not take it. */
export function addHandedItems(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listHandedItems, async (_input, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-handed-items');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    return ok({ items: (await listHandedItemRows(deps.db, reach)).map(presentHandedItem) });
  });

  addOperation(scope, getHandedItem, async ({ params }, request) => {
    const { actor } = sessionOf(request);
    const row = await findHandedItem(deps.db, params.id);
    if (row === undefined) return refused('not-found');
    const verdict = maySeeHandedItem(actor, row);
    if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
    return ok({
      item: presentHandedItem(row),
      content: await openHandedItem(deps, actor, row),
      mayClose: mayCloseHandedItem(actor, row).kind === 'allowed',
    });
  });

  addOperation(scope, closeHandedItem, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await closeHandedItemCommand(deps, actor, { ...body, id: params.id });
    switch (outcome.kind) {
      case 'closed':
        return ok(presentHandedItem(outcome.item));
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'conflict':
        return refused('conflict', 'closed');
    }
  });
}
