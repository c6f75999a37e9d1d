import type { CourierItem } from '../../contract/courier/courier-head.ts';
import { type CourierBody, readCourierPart } from '../../contract/courier/courier-part.ts';
import type { Receipt } from '../../contract/down/receipt.ts';
import { type ReceiptList, signReceiptList } from '../../contract/down/receipt-list.ts';
import type { BroughtPart } from '../../contract/operations/courier.ts';
import type { Deps } from '../deps.ts';
import { mayBringCourier } from '../policies/courier.ts';
import type { Actor } from '../policies/reach.ts';
import type { ForbiddenReason } from '../policies/verdict.ts';
import type { Carrier } from '../storage/carrier.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { takeInAttachment } from './take-in-attachment.ts';
import { takeInEnvelope } from './take-in-envelope.ts';

export type BringCourierOutcome =
  | { readonly kind: 'brought'; readonly part: BroughtPart }
  | { readonly kind: 'forbidden'; readonly reason: ForbiddenReason }
  | { readonly kind: 'unreadable'; readonly reason: 'not-courier' | 'newer' | 'damaged' };

/** Keeps the text of one list well below the limit that tablets accept. */
const RECEIPTS_IN_LIST = 1000;

type Brought = BroughtPart['items'][number];
type Outcome = Brought['outcome'];

/**
 * One part of a courier's set, brought by a staff member: each item takes the very road of one that came by wire, by itself,
 * exactly once (I3, I6). Envelopes go before attachments, whatever their order in the file. `@idempotent with the items' digests`
 */
export async function bringCourier(
  deps: Deps,
  actor: Actor,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<BringCourierOutcome> {
  const verdict = mayBringCourier(actor);
  if (verdict.kind === 'forbidden') return verdict;
  const reading = await readCourierPart(bytes);
  if (reading.kind !== 'read') return { kind: 'unreadable', reason: reading.kind };
  const { head } = reading;
  const carrier: Carrier = { staffId: actor.staffId };
  const items: Brought[] = [];
  const receipts: Receipt[] = [];
  const envelopes = reading.whole.filter(({ item }) => item.of === 'envelope');
  const attachments = reading.whole.filter(({ item }) => item.of === 'attachment');
  for (const body of [...envelopes, ...attachments]) {
    const taken = await takeIn(deps, body, carrier);
    if (taken.receipt !== undefined) receipts.push(taken.receipt);
    items.push(...nameOf(body.item, taken.outcome));
  }
  for (const item of reading.damaged) items.push(...nameOf(item, { kind: 'damaged' }));
  const counted = (kind: Outcome['kind']) => items.filter(({ outcome }) => outcome.kind === kind).length;
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      staffId: actor.staffId,
      deviceId: null,
      action: 'courier-brought',
      subject: head.setId,
      detail: {
        part: head.part,
        parts: head.parts,
        received: counted('received'),
        refused: counted('refused'),
        awaiting: counted('envelope-awaited'),
        damaged: counted('damaged'),
      },
    }),
  );
  const { setId, part, parts } = head;
  return {
    kind: 'brought',
    part: { setId, part, parts, items, receipts: await signAll(deps, receipts) },
  };
}

async function takeIn(
  deps: Deps,
  { item, bytes }: CourierBody,
  carriedBy: Carrier,
): Promise<{ readonly outcome: Outcome; readonly receipt?: Receipt }> {
  if (item.of === 'receipt') throw new Error('a receipt is not taken in');
  const { of, id } = item;
  if (of === 'envelope') {
    const taken = await takeInEnvelope(deps, { id, bytes: bytes.slice(), carriedBy });
    if (taken.kind === 'refused') return refused(taken.refusal.reason);
    return received({ of, id, digest: taken.digest, receivedAt: taken.receivedAt.toISOString() });
  }
  const taken = await takeInAttachment(deps, { id, bytes, ...carriedBy });
  switch (taken.kind) {
    case 'stored':
      return received({ of, id, digest: taken.digest, receivedAt: taken.storedAt.toISOString() });
    case 'envelope-awaited':
      return { outcome: { kind: 'envelope-awaited' } };
    case 'refused':
      return refused(taken.reason);
  }
}

function received(receipt: Receipt) {
  return { outcome: { kind: 'received' }, receipt } as const;
}

function refused(reason: (Outcome & { kind: 'refused' })['reason']) {
  return { outcome: { kind: 'refused', reason } } as const;
}

function nameOf(item: CourierItem, outcome: Outcome): readonly Brought[] {
  if (item.of === 'receipt') return [];
  const submissionId = item.of === 'envelope' ? item.id : item.submissionId;
  return [{ of: item.of, id: item.id, submissionId, outcome }];
}

async function signAll(deps: Deps, receipts: readonly Receipt[]): Promise<ReceiptList[]> {
  const lists: ReceiptList[] = [];
  for (let from = 0; from < receipts.length; from += RECEIPTS_IN_LIST) {
    const some = receipts.slice(from, from + RECEIPTS_IN_LIST);
    lists.push(await signReceiptList(some, deps.keys.receipt.current));
  }
  return lists;
}
