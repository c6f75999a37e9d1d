import { type FinishedFacts, mayForget } from '../../domain/device/retention.ts';
import type { Transaction } from './tables.ts';

/** Removed in one go at most: each seals a page of the list anew, and a person may be waiting for the screen. */
export const FORGET_AT_ONCE = 50;

/** Whose, for how many days, and the tablet's clock in milliseconds. */
export interface Keeping {
  readonly staffId: string;
  readonly keepDays: number;
  readonly now: number;
}

/** What the rule would let go by the office's word alone: few, and found in one look. */
export async function listSettled(transaction: Transaction, by: Keeping): Promise<readonly string[]> {
  return (await transaction.all('officeStates'))
    .filter((office) => mayForget({ receivedWhole: true, office }, by.keepDays, by.now))
    .map(({ submissionId }) => submissionId);
}

/**
 * Removes what is left of one finished submission where the rule allows it, within the transaction that takes its line out
 * of the list. The facts are read here, so that nothing is removed on yesterday's word.
 */
export async function forgetFinished(
  transaction: Transaction,
  id: string,
  by: Keeping,
): Promise<'forgotten' | 'kept'> {
  const summary = await transaction.get('summaries', id);
  if (summary !== undefined && summary.staffId !== by.staffId) return 'kept';
  if (!mayForget(await readFacts(transaction, id), by.keepDays, by.now)) return 'kept';
  for (const photo of await transaction.where('outboxAttachments', 'submissionId', id))
    await transaction.delete('outboxAttachments', photo.id);
  await transaction.delete('outboxEnvelopes', id);
  await transaction.delete('officeStates', id);
  await transaction.delete('summaries', id);
  return 'forgotten';
}

async function readFacts(transaction: Transaction, id: string): Promise<FinishedFacts> {
  const envelope = await transaction.get('outboxEnvelopes', id);
  const photos = await transaction.where('outboxAttachments', 'submissionId', id);
  // Bytes that are still here were never given a receipt, whatever the rows say.
  const bytes = await transaction.get('envelopeBytes', id);
  const pictures = await transaction.where('ciphertexts', 'submissionId', id);
  return {
    receivedWhole:
      envelope?.state === 'received' &&
      photos.every(({ state }) => state === 'received') &&
      bytes === undefined &&
      pictures.length === 0,
    office: await transaction.get('officeStates', id),
  };
}
