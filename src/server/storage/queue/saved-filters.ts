import { QueueFilter, type SavedFilter } from '../../../contract/operations/queue.ts';
import type { DbOrTrx, Trx } from '../connection.ts';

/** One person's own, by name. */
export async function listSavedFilters(db: DbOrTrx, staffId: string): Promise<SavedFilter[]> {
  const rows = await db
    .selectFrom('saved_filters')
    .select(['id', 'name', 'filter'])
    .where('staff_id', '=', staffId)
    .orderBy('name')
    .execute();
  // One that an earlier version wrote and this one does not understand is left out, not in the way.
  return rows.flatMap(({ id, name, filter }) => {
    const parsed = QueueFilter.safeParse(filter);
    return parsed.success ? [{ id, name, filter: parsed.data }] : [];
  });
}

/** In place of an earlier one of that name. */
export async function putSavedFilter(trx: Trx, staffId: string, saved: SavedFilter): Promise<void> {
  const filter = JSON.stringify(saved.filter);
  await trx
    .insertInto('saved_filters')
    .values({ id: saved.id, staff_id: staffId, name: saved.name, filter })
    .onConflict((conflict) => conflict.columns(['staff_id', 'name']).doUpdateSet({ filter }))
    .execute();
}

export async function deleteSavedFilter(trx: Trx, staffId: string, id: string): Promise<void> {
  await trx.deleteFrom('saved_filters').where('staff_id', '=', staffId).where('id', '=', id).execute();
}
