import type { DbOrTrx, Trx } from './connection.ts';
import { takePaperNumber } from './papers.ts';

/** Where a dossier stands in the logbook. */
export interface BookPlaceRow {
  /** One book a year, called by it. */
  readonly book: number;
  readonly number: number;
}

/** Enters an accepted dossier in its commune's book of that year, in the transaction of the acceptance. */
export async function enterInLogbook(
  trx: Trx,
  dossier: { readonly id: string; readonly commune: string },
  year: number,
): Promise<void> {
  const { id, commune } = dossier;
  const number = await takePaperNumber(trx, { commune, series: 'logbook', year });
  await trx.insertInto('logbook').values({ dossier_id: id, commune, book: year, number }).execute();
}

export async function findBookPlace(db: DbOrTrx, dossierId: string): Promise<BookPlaceRow | undefined> {
  return db
    .selectFrom('logbook')
    .select(['book', 'number'])
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}
