import type { Refusal } from '../../contract/down/down-message.ts';
import {
  Change1,
  type DownMessage1,
  type Refusal1,
  Refusal1 as Refusal1Schema,
  type UpHead1,
} from '../../contract/upcast/version-1.ts';
import type { Deps } from '../deps.ts';
import { findAttachments } from '../storage/attachments.ts';
import { finishUpload } from './finish-upload.ts';
import { news } from './sync.ts';
import { takeInEnvelope } from './take-in-envelope.ts';

type Answered = Pick<DownMessage1, 'receipts' | 'refusals' | 'awaited'>;

/**
 * A round as version 1 of the contract knows it, for tablets that have not been updated: receipts one by one, and of what
 * has changed only what they understand. The rest they read when they are updated, from the start.
 */
export async function syncRound1(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: UpHead1;
    /** In the order of `head.envelopes`. */
    readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
  },
): Promise<DownMessage1> {
  const { deviceId, head } = round;
  const taken = await takeInAll(deps, round);
  const looked = await lookAfterAttachments(deps, deviceId, head.attachments);
  const { changes, ...rest } = await news(deps, round);
  const { id, rawPublicKey } = deps.keys.sealing.current;
  return {
    contractVersion: 1,
    receipts: [...taken.receipts, ...looked.receipts],
    refusals: [...taken.refusals, ...looked.refusals],
    awaited: looked.awaited,
    ...rest,
    changes: changes.flatMap((change) => Change1.safeParse(change).data ?? []),
    sealingKey: { id, publicKey: rawPublicKey },
    receiptKeys: deps.keys.receipt.all.map((key) => ({ id: key.id, publicKey: key.rawPublicKey })),
  };
}

async function takeInAll(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: UpHead1;
    readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
  },
): Promise<Omit<Answered, 'awaited'>> {
  const receipts: string[] = [];
  const refusals: Refusal1[] = [];
  for (const [index, bytes] of round.envelopes.entries()) {
    const id = round.head.envelopes[index]?.id;
    if (id === undefined) throw new Error('more envelopes than the head names');
    // A copy: the frame's other envelopes need not stay in memory with it.
    const outcome = await takeInEnvelope(deps, {
      id,
      bytes: new Uint8Array(bytes),
      carriedBy: { deviceId: round.deviceId },
    });
    if (outcome.kind === 'received') receipts.push(outcome.receipt);
    else refusals.push(refusal1(outcome.refusal));
  }
  return { receipts, refusals };
}

/** Reasons that version 1 has no word for are told as the nearest it has. */
function refusal1({ digest: _digest, ...refusal }: Refusal): Refusal1 {
  const known = Refusal1Schema.shape.reason.safeParse(refusal.reason);
  return { ...refusal, reason: known.data ?? 'message-invalid' };
}

async function lookAfterAttachments(
  deps: Deps,
  deviceId: string,
  asked: UpHead1['attachments'],
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
