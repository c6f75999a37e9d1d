import type { CourierOwner } from '../../contract/courier/courier-head.ts';
import type { Receipt } from '../../contract/down/receipt.ts';
import { readHeader } from '../../contract/envelope/layout.ts';
import { settleByReceipt } from './settle.ts';
import type { Rows, Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/*
 * Items that came by courier. They lie in the same tables as our own and are sent by the same sender; `carriedFor` alone
 * tells them apart. Nothing that is here is ever written over by what a file brings (I3).
 */

/** One whole item from a courier's file, its digest checked. */
export type BroughtItem = {
  readonly id: string;
  readonly digest: string;
  readonly owner: CourierOwner;
  /** Not shared with anything: the disk would otherwise keep the whole file with each item. */
  readonly bytes: Uint8Array<ArrayBuffer>;
} & ({ readonly of: 'envelope' } | { readonly of: 'attachment'; readonly submissionId: string });

export type TakeInOutcome =
  | 'taken'
  /** The same item, by whatever road it came. */
  | 'already-here'
  /** This id is here with other content: what is here stays. */
  | 'conflict'
  /** Named as an envelope, and is none, or is that of another id. */
  | 'not-an-envelope'
  | 'no-space';

export interface CourierStore {
  /** Outcomes in the order of the items. A full disk keeps what still fitted. */
  takeIn(items: readonly BroughtItem[]): Promise<readonly TakeInOutcome[]>;
  /**
   * A receipt of version 1 that came home by hand, verified by the caller. It must match the digest of its row, else it
   * changes nothing (I2). How many items left the queue by it.
   */
  settle(receipt: Receipt, jws: string): Promise<number>;
}

/** Items in one transaction: strict durability costs some milliseconds each time. */
const TOGETHER = 25;

export function createCourierStore(tables: Tables, now: () => Date, announce: () => void): CourierStore {
  async function takeInTogether(items: readonly BroughtItem[]): Promise<readonly TakeInOutcome[]> {
    const queuedAt = now().toISOString();
    const outcome = await tables.write(async (transaction) => {
      const outcomes: TakeInOutcome[] = [];
      for (const item of items) outcomes.push(await takeInOne(transaction, item, queuedAt));
      return outcomes;
    });
    if (outcome.kind === 'committed') return outcome.value;
    if (items.length === 1) return ['no-space'];
    const oneByOne: TakeInOutcome[] = [];
    for (const item of items) oneByOne.push(...(await takeInTogether([item])));
    return oneByOne;
  }

  return {
    async takeIn(items) {
      const outcomes: TakeInOutcome[] = [];
      for (let from = 0; from < items.length; from += TOGETHER)
        outcomes.push(...(await takeInTogether(items.slice(from, from + TOGETHER))));
      if (outcomes.includes('taken')) announce();
      return outcomes;
    },
    async settle(receipt, jws) {
      const outcome = await tables.write((transaction) => settleByReceipt(transaction, receipt, jws));
      // A receipt frees space; where even that finds none, nothing was written and the file can be brought again.
      if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write receipts');
      if (outcome.value) announce();
      return outcome.value ? 1 : 0;
    },
  };
}

async function takeInOne(
  transaction: Transaction,
  item: BroughtItem,
  queuedAt: string,
): Promise<TakeInOutcome> {
  return item.of === 'envelope'
    ? await takeInEnvelope(transaction, item, queuedAt)
    : await takeInAttachment(transaction, item);
}

async function takeInEnvelope(
  transaction: Transaction,
  { id, digest, owner, bytes }: BroughtItem & { readonly of: 'envelope' },
  queuedAt: string,
): Promise<TakeInOutcome> {
  const header = readHeader(bytes);
  if (header?.id !== id) return 'not-an-envelope';
  const known = await transaction.get('outboxEnvelopes', id);
  if (known !== undefined) {
    if (known.digest !== digest) return 'conflict';
    const isLost = known.state === 'waiting' && (await transaction.get('envelopeBytes', id)) === undefined;
    if (!isLost) return 'already-here';
    await transaction.put('envelopeBytes', { id, bytes });
    return 'taken';
  }
  // A draft of somebody here has this id: it will be sealed under it, and must not find its place taken.
  if ((await transaction.get('drafts', id)) !== undefined) return 'conflict';
  const row: Rows['outboxEnvelopes'] = {
    id,
    staffId: owner.staffId,
    kind: header.kind,
    digest,
    queuedAt,
    state: 'waiting',
    size: bytes.length,
    carriedFor: owner.deviceId,
  };
  await transaction.put('outboxEnvelopes', row);
  await transaction.put('envelopeBytes', { id, bytes });
  return 'taken';
}

async function takeInAttachment(
  transaction: Transaction,
  { id, digest, owner, bytes, submissionId }: BroughtItem & { readonly of: 'attachment' },
): Promise<TakeInOutcome> {
  const known = await transaction.get('outboxAttachments', id);
  const stored = await transaction.get('ciphertexts', id);
  if (known !== undefined) {
    if (known.ciphertextDigest !== digest || known.submissionId !== submissionId) return 'conflict';
    if (known.state !== 'waiting' || stored !== undefined) return 'already-here';
    await transaction.put('ciphertexts', { id, submissionId, bytes });
    return 'taken';
  }
  // The photo of a draft of somebody here.
  if (stored !== undefined) return 'conflict';
  await transaction.put('outboxAttachments', {
    id,
    submissionId,
    staffId: owner.staffId,
    ciphertextDigest: digest,
    ciphertextSize: bytes.length,
    state: 'waiting',
    carriedFor: owner.deviceId,
  });
  await transaction.put('ciphertexts', { id, submissionId, bytes });
  return 'taken';
}
