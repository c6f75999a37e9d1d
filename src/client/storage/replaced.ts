import type { OutboxEnvelope } from './model.ts';
import type { Rows, Transaction } from './tables.ts';

/*
 * An item that another one took the place of, by a person's decision on record (I2). It is never sent again and in
 * nobody's list of trouble, but its bytes stay until the office has given a receipt for the one that took its place: if
 * that one is refused as well, nothing was given up. Where the office turns out to hold the first one after all, its
 * receipt wins, and it counts like any other.
 */

type Decided = Pick<OutboxEnvelope, 'state' | 'replacedBy'>;

/** Whether another item counts in its place. */
export function isReplaced(row: Decided): boolean {
  return row.replacedBy !== undefined && row.state !== 'received';
}

/** Notes the decision: `id` will not be sent again, `by` took its place. Does nothing for one that the office holds. */
export async function markReplaced(transaction: Transaction, id: string, by: string): Promise<void> {
  const row = await transaction.get('outboxEnvelopes', id);
  if (row === undefined || row.state === 'received' || id === by) return;
  await transaction.put('outboxEnvelopes', { ...row, replacedBy: by });
  if ((await transaction.get('outboxEnvelopes', by))?.state === 'received')
    await freeReplaced(transaction, by);
}

/**
 * Turns the decision round: the office holds one of `replaced` after all. They are sent again, so that each gets its
 * receipt, and `mended` is kept without being sent.
 */
export async function keepFirst(
  transaction: Transaction,
  mended: string,
  replaced: readonly string[],
): Promise<void> {
  const row = await transaction.get('outboxEnvelopes', mended);
  const [first] = replaced;
  if (row === undefined || row.state === 'received' || first === undefined) return;
  for (const id of replaced) {
    const old = await transaction.get('outboxEnvelopes', id);
    if (old === undefined || old.state === 'received') continue;
    const { replacedBy: _by, attention: _attention, ...rest } = old;
    await transaction.put('outboxEnvelopes', { ...rest, state: 'waiting' });
  }
  await markReplaced(transaction, mended, first);
}

/** The office holds `by`: the bytes of those that it took the place of may go. Their rows stay and say what was decided. */
export async function freeReplaced(transaction: Transaction, by: string): Promise<void> {
  for (const row of await transaction.all('outboxEnvelopes')) {
    if (row.replacedBy !== by || row.state === 'received') continue;
    await transaction.delete('envelopeBytes', row.id);
    for (const { id } of await transaction.where('outboxAttachments', 'submissionId', row.id)) {
      await transaction.delete('outboxAttachments', id);
      await transaction.delete('ciphertexts', id);
    }
  }
}

/** Envelopes and photos without those that another submission took the place of. */
export function withoutReplaced<
  Envelope extends Decided & { readonly id: string },
  Photo extends { readonly submissionId: string },
>(envelopes: readonly Envelope[], photos: readonly Photo[]) {
  const gone = new Set(envelopes.filter(isReplaced).map(({ id }) => id));
  return {
    envelopes: envelopes.filter(({ id }) => !gone.has(id)),
    photos: photos.filter(({ submissionId }) => !gone.has(submissionId)),
  };
}

/** The key of a piece of news; see `OfficeNews`. */
export function newsKey(change: Rows['officeNews']['change']): string {
  if (change.kind === 'draft-offered') return `draft-offered/${change.draftId}`;
  if (change.kind === 'work') return `work/${change.staffId}`;
  return change.kind === 'handed-item' ? `handed-item/${change.submissionId}` : change.kind;
}
