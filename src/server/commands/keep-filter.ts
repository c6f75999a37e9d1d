import type { SavedFilter } from '../../contract/operations/queue.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { deleteSavedFilter, listSavedFilters, putSavedFilter } from '../storage/queue/saved-filters.ts';

const MOST = 30;

/*
 * How somebody likes to look at the queue is no change to anything of a citizen's, so these two leave nothing on record.
 */

/** Keeps a filter for whoever asks, in place of an earlier one of that name. */
export async function keepFilter(
  deps: Deps,
  by: Actor,
  saved: SavedFilter,
): Promise<{ readonly kind: 'kept'; readonly filters: SavedFilter[] } | { readonly kind: 'too-many' }> {
  return inTransaction(deps.db, async (trx) => {
    const before = await listSavedFilters(trx, by.staffId);
    if (before.length >= MOST && !before.some(({ name }) => name === saved.name)) return { kind: 'too-many' };
    await putSavedFilter(trx, by.staffId, saved);
    return { kind: 'kept', filters: await listSavedFilters(trx, by.staffId) };
  });
}

/** Only the own ones; one that is not there is gone already. */
export async function forgetFilter(deps: Deps, by: Actor, id: string): Promise<SavedFilter[]> {
  return inTransaction(deps.db, async (trx) => {
    await deleteSavedFilter(trx, by.staffId, id);
    return listSavedFilters(trx, by.staffId);
  });
}
