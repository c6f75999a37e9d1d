import { type FinishedFacts, mayForget } from '../../domain/device/retention.ts';
import type { ListEntry } from './model.ts';
import type { Transaction } from './tables.ts';

/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

/** Removed in one go at most: each seals a page of the list anew, and a person may be waiting for the screen. */
export const FORGET_AT_ONCE = 50;

/** Whose, for how many days, and the tablet's clock in milliseconds. */
export interface Keeping {
  readonly staffId: string;
  readonly keepDays: number;
  readonly now: number;
}

/** Id of what the office speaks of when it settles this: a supplement's dossier, else the submission itself. */
export function settledBy({ id, supplements }: Pick<ListEntry, 'id' | 'supplements'>): string {
  return supplements?.dossierId ?? id;
}

/**
 * Of the finished lines of one person those that may go by the words given; a supplement only when it was made as long ago, because
 * its dossier may have been accepted long before.
 */
export function listForgettable(
  entries: readonly ListEntry[],
  settled: readonly string[],
  { keepDays, now }: Keeping,
): readonly ListEntry[] {
  const words = new Set(settled);
  const isOld = ({ updatedAt }: ListEntry) => now - Date.parse(updatedAt) >= keepDays * DAY;
  return entries.filter(
    (entry) =>
      entry.state === 'finished' &&
      words.has(settledBy(entry)) &&
      (entry.supplements === undefined || isOld(entry)),
  );
}

/** What the rule would let go by the office's word alone: few, and found in one look. */
export async function listSettled(transaction: Transaction, by: Keeping): Promise<readonly string[]> {
  return (await transaction.all('officeStates'))
    .filter((office) => mayForget({ receivedWhole: true, office }, by.keepDays, by.now))
    .map(({ submissionId }) => submissionId);
}

/**
 * Removes what is left of one finished submission where the rule allows it, within the transaction that takes its line out
 * of the list. The facts are read here, so that nothing is removed on yesterday's word. The office's word goes with the last copy
 * that it settles: `lines` are this person's, and a colleague on the same tablet may have brought a supplement, too.
 */
export async function forgetFinished(
  transaction: Transaction,
  entry: ListEntry,
  by: Keeping & { readonly lines: readonly ListEntry[] },
): Promise<'forgotten' | 'kept'> {
  const { id } = entry;
  const word = settledBy(entry);
  const summary = await transaction.get('summaries', id);
  if (summary !== undefined && summary.staffId !== by.staffId) return 'kept';
  const facts: FinishedFacts = {
    receivedWhole: await isReceivedWhole(transaction, id),
    office: await transaction.get('officeStates', word),
  };
  if (!mayForget(facts, by.keepDays, by.now)) return 'kept';
  await forgetQueueRows(transaction, id);
  const isLast = by.lines.every((line) => line.id === id || settledBy(line) !== word);
  if (isLast && (await transaction.all('vaults')).length <= 1) await transaction.delete('officeStates', word);
  await transaction.delete('summaries', id);
  return 'forgotten';
}

/** The rows that say what became of its envelope and photos; bytes that still wait are no rows of these. */
export async function forgetQueueRows(transaction: Transaction, id: string): Promise<void> {
  for (const photo of await transaction.where('outboxAttachments', 'submissionId', id))
    await transaction.delete('outboxAttachments', photo.id);
  await transaction.delete('outboxEnvelopes', id);
}

/** Envelope and every photo have their receipts. */
export async function isReceivedWhole(transaction: Transaction, id: string): Promise<boolean> {
  const envelope = await transaction.get('outboxEnvelopes', id);
  const photos = await transaction.where('outboxAttachments', 'submissionId', id);
  // Bytes that are still here were never given a receipt, whatever the rows say.
  const bytes = await transaction.get('envelopeBytes', id);
  const pictures = await transaction.where('ciphertexts', 'submissionId', id);
  return (
    envelope?.state === 'received' &&
    photos.every(({ state }) => state === 'received') &&
    bytes === undefined &&
    pictures.length === 0
  );
}
