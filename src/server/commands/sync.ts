import type { DownMessage, Refusal } from '../../contract/down/down-message.ts';
import type { UpHead } from '../../contract/up/up-message.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import type { Deps } from '../deps.ts';
import { findAttachments } from '../storage/attachments.ts';
import { listChanges } from '../storage/changes.ts';
import { inTransaction } from '../storage/connection.ts';
import { recordContact } from '../storage/devices.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { listStaffOfDevice, renewLeases } from '../storage/staff-keys.ts';
import { finishUpload } from './finish-upload.ts';
import { leaseUntil } from './lease.ts';
import { takeInEnvelope } from './take-in-envelope.ts';

/** Changes in one answer: some 60 kB of JSON, fine on a slow link; the tablet asks again while there are more. */
const CHANGES_LIMIT = 200;

type Answered = Pick<DownMessage, 'receipts' | 'refusals' | 'awaited'>;

/**
 * One round: takes in the envelopes one by one (a bad one never blocks the others, I6), says what became of the
 * attachments asked about, hands out changes, renews the leases. Repeating a round is harmless.
 */
export async function syncRound(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: UpHead;
    /** In the order of `head.envelopes`. */
    readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
  },
): Promise<DownMessage> {
  const { deviceId, head } = round;
  const taken = await takeInAll(deps, round);
  const looked = await lookAfterAttachments(deps, deviceId, head.attachments);
  const now = deps.clock.now();
  const leases = await inTransaction(deps.db, async (trx) => {
    await recordContact(trx, { deviceId, at: now, appVersion: head.appVersion });
    return renewLeases(trx, deviceId, leaseUntil(now));
  });
  const staffIds = await listStaffOfDevice(deps.db, deviceId);
  const changes = await listChanges(deps.db, { staffIds, after: head.cursor, limit: CHANGES_LIMIT + 1 });
  const sent = changes.slice(0, CHANGES_LIMIT);
  const { id, rawPublicKey } = deps.keys.sealing.current;
  return {
    contractVersion: CONTRACT_VERSION,
    serverTime: now.toISOString(),
    receipts: [...taken.receipts, ...looked.receipts],
    refusals: [...taken.refusals, ...looked.refusals],
    awaited: looked.awaited,
    changes: sent,
    cursor: sent.at(-1)?.cursor ?? head.cursor,
    more: changes.length > sent.length,
    leases: leases.map(({ staffId, until }) => ({ staffId, until: until.toISOString() })),
    sealingKey: { id, publicKey: rawPublicKey },
    receiptKeys: deps.keys.receipt.all.map((key) => ({ id: key.id, publicKey: key.rawPublicKey })),
    policy: (await getOfficeSettings(deps.db)).tablets,
  };
}

async function takeInAll(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: UpHead;
    readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
  },
): Promise<Omit<Answered, 'awaited'>> {
  const receipts: string[] = [];
  const refusals: Refusal[] = [];
  for (const [index, bytes] of round.envelopes.entries()) {
    const id = round.head.envelopes[index]?.id;
    if (id === undefined) throw new Error('more envelopes than the head names');
    // A copy: the frame's other envelopes need not stay in memory with it.
    const outcome = await takeInEnvelope(deps, {
      id,
      bytes: new Uint8Array(bytes),
      carriedBy: round.deviceId,
    });
    if (outcome.kind === 'received') receipts.push(outcome.receipt);
    else refusals.push(outcome.refusal);
  }
  return { receipts, refusals };
}

async function lookAfterAttachments(
  deps: Deps,
  deviceId: string,
  asked: UpHead['attachments'],
): Promise<Answered> {
  const known = await findAttachments(
    deps.db,
    asked.map((attachment) => attachment.id),
  );
  const answered: Answered = { receipts: [], refusals: [], awaited: [] };
  for (const { id, submissionId, ciphertextDigest } of asked) {
    const row = known.find((attachment) => attachment.id === id);
    if (
      row !== undefined &&
      (row.submissionId !== submissionId || row.ciphertextDigest !== ciphertextDigest)
    ) {
      answered.refusals.push({ id, of: 'attachment', reason: 'id-conflict' });
    } else if (row?.receipt) {
      answered.receipts.push(row.receipt);
    } else {
      await lookAtFile(deps, deviceId, id, answered);
    }
  }
  return answered;
}

/** Ends here what a crash kept from ending: an upload that was whole on disk before its receipt was written. */
async function lookAtFile(deps: Deps, deviceId: string, id: string, answered: Answered): Promise<void> {
  if (await deps.attachments.isWhole(id)) {
    const outcome = await finishUpload(deps, { id, deviceId });
    if (outcome.kind === 'stored') {
      answered.receipts.push(outcome.receipt);
      return;
    }
    if (outcome.kind === 'envelope-awaited') return;
  }
  answered.awaited.push({ id, offset: await deps.attachments.size(id) });
}
