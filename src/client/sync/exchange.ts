import type { DownMessage } from '../../contract/down/down-message.ts';
import type { Receipt } from '../../contract/down/receipt.ts';
import { verifyReceipt } from '../../contract/down/receipt-token.ts';
import type { UpHead } from '../../contract/up/up-message.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import { classify } from '../../domain/sync/classify.ts';
import type { Left, SyncEvent } from '../../domain/sync/event.ts';
import { isolates } from '../../domain/sync/failure.ts';
import type { OutboxAttachment, OutboxEnvelope } from '../storage/model.ts';
import { importReceiptKeys } from './identity.ts';
import type { SyncPorts } from './ports.ts';
import type { SenderIdentity } from './transport.ts';

/** Envelopes are a few kB each; more than this in one request would lose too much to a link that breaks. */
const MAX_BYTES = 512 * 1024;
/** The contract's limit of attachments asked about at once. */
const MAX_ASKED = 200;

type ExchangePorts = Pick<SyncPorts, 'storage' | 'transport' | 'clock' | 'appVersion'>;

export interface Trip {
  readonly identity: SenderIdentity;
  /** Envelopes in it at most. */
  readonly batch: number;
  /** Envelopes not to try again in this round; a trip that isolates one adds it (SPEC C3). */
  readonly putAside: Set<string>;
  readonly signal: AbortSignal;
}

/** One round trip: a batch up, receipts and changes down and into storage. Undefined when it was aborted (SPEC C4). */
export async function exchangeOnce(ports: ExchangePorts, trip: Trip): Promise<SyncEvent | undefined> {
  const { outbox } = ports.storage;
  const envelopes = await nextBatch(ports, trip);
  const attachments = await outbox.nextAttachments(MAX_ASKED);
  const cursor = (await ports.storage.findDevice())?.cursor ?? 0;
  const outcome = await ports.transport.exchange({
    identity: trip.identity,
    head: headOf(envelopes, attachments, cursor, ports.appVersion),
    envelopes: envelopes.map((envelope) => envelope.bytes),
    signal: trip.signal,
  });
  if (trip.signal.aborted) return undefined;
  if (outcome.kind !== 'answered') {
    const failure = classify(outcome);
    const [only] = envelopes;
    if (only !== undefined && isolates(failure, envelopes.length)) trip.putAside.add(only.id);
    return { kind: 'failed', failure, sent: envelopes.length, left: await countLeft(ports, trip.putAside) };
  }

  const { message } = outcome;
  const receipts = await verifiedReceipts(message);
  await outbox.applyAnswer({
    receipts,
    refusals: message.refusals,
    changes: message.changes,
    cursor: message.cursor,
    at: new Date(ports.clock()).toISOString(),
    leases: message.leases,
    sealingKey: message.sealingKey,
    receiptKeys: message.receiptKeys,
    ...(message.policy === undefined ? {} : { policy: message.policy }),
  });
  return {
    kind: 'answered',
    moved: message.cursor > cursor || itemsMoved(envelopes, attachments, message, receipts),
    more: message.more,
    left: await countLeft(ports, trip.putAside),
  };
}

async function nextBatch(ports: ExchangePorts, trip: Trip): Promise<readonly OutboxEnvelope[]> {
  const { batch, putAside } = trip;
  const next = await ports.storage.outbox.nextEnvelopes(batch + putAside.size, Number.MAX_SAFE_INTEGER);
  const taken: OutboxEnvelope[] = [];
  let bytes = 0;
  for (const envelope of next) {
    if (putAside.has(envelope.id)) continue;
    bytes += envelope.bytes.length;
    if (taken.length === batch || (taken.length > 0 && bytes > MAX_BYTES)) break;
    taken.push(envelope);
  }
  return taken;
}

function headOf(
  envelopes: readonly OutboxEnvelope[],
  attachments: readonly OutboxAttachment[],
  cursor: number,
  appVersion: string,
): UpHead {
  return {
    contractVersion: CONTRACT_VERSION,
    cursor,
    envelopes: envelopes.map(({ id, bytes }) => ({ id, length: bytes.length })),
    attachments: attachments.map(({ id, submissionId, ciphertextDigest }) => ({
      id,
      submissionId,
      ciphertextDigest,
    })),
    appVersion,
  };
}

interface VerifiedReceipt {
  readonly receipt: Receipt;
  readonly jws: string;
}

/**
 * Only what one of the office's keys signed; the rest is dropped and the item stays (I2). The keys are those that the
 * answer itself names, whose signature by a key already trusted was checked before.
 */
async function verifiedReceipts(message: DownMessage): Promise<readonly VerifiedReceipt[]> {
  const keys = await importReceiptKeys(message.receiptKeys);
  const verdicts = await Promise.all(
    message.receipts.map(async (jws) => ({ jws, verdict: await verifyReceipt(jws, keys) })),
  );
  return verdicts.flatMap(({ jws, verdict }) =>
    verdict.kind === 'valid' ? [{ jws, receipt: verdict.receipt }] : [],
  );
}

/** Whether anything that was sent or asked about leaves the queue: by a receipt over its very digest, or a refusal. */
function itemsMoved(
  envelopes: readonly OutboxEnvelope[],
  attachments: readonly OutboxAttachment[],
  message: DownMessage,
  receipts: readonly VerifiedReceipt[],
): boolean {
  const digests = new Map([
    ...envelopes.map(({ id, digest }) => [id, digest] as const),
    ...attachments.map(({ id, ciphertextDigest }) => [id, ciphertextDigest] as const),
  ]);
  return (
    receipts.some(({ receipt }) => digests.get(receipt.id) === receipt.digest) ||
    message.refusals.some(({ id }) => digests.has(id))
  );
}

/** What can still be tried in this round. */
export async function countLeft(
  ports: Pick<SyncPorts, 'storage'>,
  putAside: ReadonlySet<string>,
): Promise<Left> {
  const { outbox } = ports.storage;
  const envelopes = await outbox.nextEnvelopes(putAside.size + 1, Number.MAX_SAFE_INTEGER);
  const attachments = await outbox.nextAttachments(MAX_ASKED);
  return {
    envelopes: envelopes.filter(({ id }) => !putAside.has(id)).length,
    attachments: attachments.length,
  };
}
