import type { Receipt } from '../../contract/down/receipt.ts';
import type { VerifiedReceipts } from '../../contract/down/receipt-list.ts';
import type { OutboxAttachment } from './model.ts';
import { keepReceiptList } from './receipt-lists.ts';
import { freeReplaced } from './replaced.ts';
import type { Rows, Transaction } from './tables.ts';

/* The one way out of the queue: by the office's word, whatever road it came by (I2). */

/** How many items left the queue by a list whose signature the caller has checked. */
export async function settleByList(
  transaction: Transaction,
  { list, receipts }: VerifiedReceipts,
): Promise<number> {
  if (receipts.length === 0) return 0;
  const proof = await keepReceiptList(transaction, list);
  // Looked through once, not for each of hundreds of receipts.
  const mended = new Set(
    (await transaction.all('outboxEnvelopes')).flatMap(({ replacedBy }) => replacedBy ?? []),
  );
  let settled = 0;
  for (const receipt of receipts) {
    if (!(await settle(transaction, receipt, proof))) continue;
    settled += 1;
    if (mended.has(receipt.id)) await freeReplaced(transaction, receipt.id);
  }
  return settled;
}

/**
 * Takes one item out of the queue by a receipt whose signature the caller has checked, and only where the digest is that of
 * its row (I2). Whether it was still in the queue.
 */
export async function settleByReceipt(
  transaction: Transaction,
  receipt: Receipt,
  proof: string,
): Promise<boolean> {
  const isNew = await settle(transaction, receipt, proof);
  if (isNew) await freeReplaced(transaction, receipt.id);
  return isNew;
}

async function settle(transaction: Transaction, receipt: Receipt, proof: string): Promise<boolean> {
  if (receipt.of === 'envelope') {
    const row = await transaction.get('outboxEnvelopes', receipt.id);
    if (row?.digest !== receipt.digest) return false;
    await transaction.put('outboxEnvelopes', received(row, proof));
    await transaction.delete('envelopeBytes', row.id);
    return row.state !== 'received';
  }
  const row = await transaction.get('outboxAttachments', receipt.id);
  if (row?.ciphertextDigest !== receipt.digest) return false;
  await transaction.put('outboxAttachments', received(row, proof));
  await transaction.delete('ciphertexts', row.id);
  return row.state !== 'received';
}

function received<Row extends Rows['outboxEnvelopes'] | OutboxAttachment>(row: Row, receipt: string) {
  const { attention: _attention, ...rest } = row;
  return { ...rest, state: 'received' as const, receipt };
}
