import { Change } from '../../contract/down/change.ts';
import type { DownMessage, Refusal } from '../../contract/down/down-message.ts';
import { type VerifiedReceipts, verifyReceiptList } from '../../contract/down/receipt-list.ts';
import { unpackReceived } from '../../contract/down/received.ts';
import type { NamedPublicKey } from '../../contract/keys.ts';
import { digestStart, MAX_ASKED } from '../../contract/up/up-message.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import { classify } from '../../domain/sync/classify.ts';
import type { SyncEvent } from '../../domain/sync/event.ts';
import { isolates } from '../../domain/sync/failure.ts';
import { backupState, type Cargo, countLeft, type Freight, load } from './cargo.ts';
import type { Doubtful, Doubts } from './doubts.ts';
import { importReceiptKeys } from './identity.ts';
import type { SyncPorts } from './ports.ts';
import type { ExchangeOutcome, SenderIdentity } from './transport.ts';

type ExchangePorts = Pick<SyncPorts, 'storage' | 'transport' | 'clock' | 'appVersion' | 'health'>;

export interface Trip {
  readonly identity: SenderIdentity;
  /** Items in it at most. */
  readonly batch: number;
  /** Items not to try again in this round; a trip that isolates one adds it (SPEC C3). */
  readonly putAside: Set<string>;
  /** What went up without an answer; lives as long as the driver. */
  readonly doubts: Doubts;
  /** Draft states that the office had nothing to say to; lives as long as the driver. */
  readonly unwanted: Set<string>;
  readonly signal: AbortSignal;
}

/** One round trip: a batch up, receipts and changes down and into storage. Undefined when it was aborted (SPEC C4). */
export async function exchangeOnce(ports: ExchangePorts, trip: Trip): Promise<SyncEvent | undefined> {
  const cargo = await load(ports, trip.batch, trip);
  if (cargo.damaged.length > 0) await ports.storage.outbox.refuse(cargo.damaged);
  const asked = trip.doubts.next(MAX_ASKED);
  const device = await ports.storage.findDevice();
  // Who knows more kinds of news than the one who read last reads them from the start.
  const cursor = device?.contractVersion === CONTRACT_VERSION ? device.cursor : 0;
  const health = await ports.health?.();
  const outcome = await ports.transport.exchange({
    identity: trip.identity,
    head: {
      contractVersion: CONTRACT_VERSION,
      appVersion: ports.appVersion,
      cursor,
      ...(cargo.sealed && { sealed: cargo.sealed }),
      asked: asked.map(({ id, digest }) => [id, digestStart(digest)]),
      ...(health && { health }),
    },
    items: cargo.freight.map(({ item }) => item),
    signal: trip.signal,
  });
  if (trip.signal.aborted || isInDoubt(outcome)) trip.doubts.add(cargo.freight.flatMap(doubtful));
  if (trip.signal.aborted) return undefined;
  if (outcome.kind !== 'answered') {
    const failure = classify(outcome);
    const sent = cargo.freight.length;
    const [only] = cargo.freight;
    if (only !== undefined && isolates(failure, sent)) trip.putAside.add(only.id);
    return { kind: 'failed', failure, sent, left: await countLeft(ports, trip) };
  }

  const { message } = outcome;
  const news = await read(message, cargo, asked, trip.identity.receiptKeys);
  await ports.storage.outbox.applyAnswer({
    ...news,
    cursor: message.cursor,
    contractVersion: CONTRACT_VERSION,
    at: new Date(ports.clock()).toISOString(),
    leases: message.leases,
    ...(message.sealingKey && { sealingKey: message.sealingKey }),
    ...(message.receiptKeys && { receiptKeys: message.receiptKeys }),
    ...(message.policy && { policy: message.policy }),
  });
  const received = new Set(news.received?.receipts.map(({ id }) => id));
  const isNews = trip.doubts.settle(asked, received);
  for (const [place, one] of cargo.freight.entries())
    if (one.of === 'backup' && !message.backups.includes(place)) trip.unwanted.add(backupState(one));
  return {
    kind: 'answered',
    moved:
      isNews ||
      message.cursor > cursor ||
      received.size > 0 ||
      news.refusals.length > 0 ||
      news.keptBackups.length > 0,
    more: message.more,
    left: await countLeft(ports, trip),
  };
}

/**
 * Whether the office may have taken something in without our knowing. What it refused with its signature it has said all
 * about that it will, and a proxy that finds a request too large has passed nothing on.
 */
function isInDoubt(outcome: ExchangeOutcome): boolean {
  switch (outcome.kind) {
    case 'no-answer':
    case 'timed-out':
    case 'not-understood':
      return true;
    case 'unverified':
      return outcome.status !== 413;
    case 'answered':
    case 'refused':
      return false;
  }
}

function doubtful(one: Freight): readonly Doubtful[] {
  return one.of === 'backup' ? [] : [{ id: one.id, of: one.of, digest: one.digest }];
}

/** What the answer says of what was sent and asked about; places in it count both. */
async function read(
  message: DownMessage,
  cargo: Cargo,
  asked: readonly Doubtful[],
  trusted: readonly NamedPublicKey[],
) {
  const held = [...cargo.freight.map((one) => (one.of === 'backup' ? undefined : one)), ...asked];
  const received = await verified(message, held, trusted);
  const refusals = message.refusals.flatMap(({ place, digest, reason, detail }): Refusal[] => {
    const one = held[place];
    if (one === undefined || digestStart(one.digest) !== digest) return [];
    const { id, of } = one;
    return [{ id, of, digest: one.digest, reason, ...(detail !== undefined && { detail }) }];
  });
  const keptBackups = message.backups.flatMap((place) => {
    const one = cargo.freight[place];
    return one?.of === 'backup' ? [{ id: one.id, updatedAt: one.updatedAt }] : [];
  });
  // Of a kind that this app does not know yet: passed over, and read when it does.
  const changes = message.changes.flatMap((change) => Change.safeParse(change).data ?? []);
  return { ...(received && { received }), refusals, keptBackups, changes };
}

/**
 * Only what one of the office's keys signed over just the bytes that are here; else the items stay (I2). The keys are those
 * that the answer names, whose signature by a key already trusted was checked before, or those trusted before.
 */
async function verified(
  message: DownMessage,
  held: readonly (Doubtful | undefined)[],
  trusted: readonly NamedPublicKey[],
): Promise<VerifiedReceipts | undefined> {
  const list = message.received && unpackReceived(message.received, held);
  if (list === undefined) return undefined;
  const keys = message.receiptKeys ? await importReceiptKeys(message.receiptKeys) : trusted;
  const verdict = await verifyReceiptList(list, keys);
  return verdict.kind === 'valid' ? { list: verdict.list, receipts: verdict.receipts } : undefined;
}
