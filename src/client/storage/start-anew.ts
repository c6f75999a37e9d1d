import type { VaultRecord } from '../vault/model.ts';
import { NO_ATTEMPTS } from '../vault/pin-attempts.ts';
import { deleteDraft } from './drafts.ts';
import { forgetKiosk } from './kiosk.ts';
import type { Rows, Transaction } from './tables.ts';

/** Drafts that only the present vault of this person opens. Ids are counted; nothing is read. */
export async function countDrafts(transaction: Transaction, staffId: string): Promise<number> {
  const visits = (await transaction.all('kioskVisits')).filter((visit) => visit.staffId === staffId);
  const holders = new Set([staffId, ...visits.map(({ id }) => id)]);
  return (await transaction.all('drafts')).filter((row) => holders.has(row.staffId)).length;
}

/**
 * Puts a new vault in the place of one whose PIN nobody knows, and removes what only the lost PIN could open: that
 * person's drafts with their photos, what waited for them from the kiosk, summaries, list, work, reports as they read them,
 * and who lent them a voice. The outbox is not touched: what was finished is sealed to the office and goes out all the same
 * (I2); so is what the workshop made.
 */
export async function startAnew(transaction: Transaction, record: VaultRecord): Promise<void> {
  const { staffId } = record;
  const mine = <Row extends { readonly staffId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.staffId === staffId);
  for (const { id } of mine(await transaction.all('drafts'))) await deleteDraft(transaction, id);
  for (const { id } of mine(await transaction.all('summaries'))) await transaction.delete('summaries', id);
  for (const { id } of mine(await transaction.all('reports'))) await transaction.delete('reports', id);
  await transaction.delete('fieldWork', staffId);
  for (const { id } of mine(await transaction.all('contributors')))
    await transaction.delete('contributors', id);
  for (const { id } of await transaction.where('indexPages', 'staffId', staffId))
    await transaction.delete('indexPages', id);
  const head: Rows['indexHeads'] | undefined = await transaction.get('indexHeads', staffId);
  await transaction.put('indexHeads', { staffId, rev: (head?.rev ?? 0) + 1 });
  await forgetKiosk(transaction, staffId);
  await transaction.put('vaults', record);
  await transaction.put('pinAttempts', { staffId, attempts: NO_ATTEMPTS });
}
