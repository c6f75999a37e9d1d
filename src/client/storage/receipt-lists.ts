import type { ReceiptList } from '../../contract/down/receipt-list.ts';
import type { Transaction } from './tables.ts';

/*
 * The office's signed word about many items stands once, and each row names it. Rows that were received before version 2
 * of the contract hold the word itself, a compact JWS; it has dots, which no id of a list has.
 */

/** Keeps a list whose signature the caller has checked, within the transaction that settles its rows; its id. */
export async function keepReceiptList(transaction: Transaction, list: ReceiptList): Promise<string> {
  // Signatures are random: their start names the list.
  const id = list.signature.slice(0, 22);
  await transaction.put('receiptLists', { id, ...list });
  return id;
}

/** The proof that a row's `receipt` names, to show to anybody: a compact JWS, or a `ReceiptList` as JSON. */
export async function findProof(transaction: Transaction, receipt: string): Promise<string | undefined> {
  if (receipt.includes('.')) return receipt;
  const row = await transaction.get('receiptLists', receipt);
  if (row === undefined) return undefined;
  const { id: _id, ...list } = row;
  return JSON.stringify(list);
}
