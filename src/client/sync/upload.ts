import { sha256Base64url } from '../../contract/keys.ts';
import { classifyUpload } from '../../domain/sync/classify.ts';
import type { SyncEvent } from '../../domain/sync/event.ts';
import { countLeft, LARGE, type LeftOut } from './cargo.ts';
import type { Doubts } from './doubts.ts';
import type { SyncPorts } from './ports.ts';
import type { SenderIdentity } from './transport.ts';

const MANY = 200;

export interface UploadRound extends LeftOut {
  readonly identity: SenderIdentity;
  /** Attachments that went up or were passed over in this round; grows here. */
  readonly tried: Set<string>;
  /** Those are asked about with the next round trip. */
  readonly doubts: Doubts;
  /** How much of each the office was last known to have; lives as long as the driver. */
  readonly reached: Map<string, number>;
  readonly onProgress: (id: string, bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Sends the next large attachment not yet tried in this round. Undefined when it was aborted (SPEC C4). */
export async function uploadNext(
  ports: Pick<SyncPorts, 'storage' | 'transport'>,
  round: UploadRound,
): Promise<SyncEvent | undefined> {
  const { outbox } = ports.storage;
  const { tried, doubts, reached, identity, signal } = round;
  const waiting = (await outbox.nextAttachments(MANY, { sizes: LARGE })).filter(
    ({ id }) => !tried.has(id) && !doubts.has(id),
  );
  const [attachment] = waiting;
  if (attachment === undefined) return { kind: 'uploaded', attachmentsLeft: 0 };
  const { id, ciphertextDigest: digest } = attachment;
  const attachmentsLeft = waiting.length - 1;
  const ciphertext = await outbox.readCiphertext(id);
  // Spoiled by the disk, it would go up in vain each time.
  if (ciphertext === undefined || (await sha256Base64url(ciphertext)) !== digest) {
    await outbox.refuse([{ id, of: 'attachment', digest, reason: 'digest-mismatch' }]);
    return { kind: 'uploaded', attachmentsLeft };
  }

  const isBegun = attachment.isBegun === true;
  if (!isBegun) await outbox.beginUpload(id);
  const outcome = await ports.transport.upload({
    identity,
    attachment: { id },
    isBegun,
    ciphertext,
    onProgress: (bytes) => round.onProgress(id, bytes),
    signal,
  });
  if (signal.aborted) return undefined;
  const verdict = outcome.kind === 'uploaded' ? 'pass-over' : classifyUpload(outcome);
  if (verdict !== 'pass-over') {
    const progressed = noteReached(reached, id, outcome);
    return { kind: 'failed', failure: verdict, sent: 0, progressed, left: await countLeft(ports, round) };
  }
  reached.delete(id);
  tried.add(id);
  doubts.add([{ id, of: 'attachment', digest }]);
  return { kind: 'uploaded', attachmentsLeft, progressed: outcome.kind === 'uploaded' };
}

/** Whether the office has more of it than it was known to have before this try. */
function noteReached(
  reached: Map<string, number>,
  id: string,
  outcome: { readonly kind: 'uploaded' } | { readonly kind: 'failed'; readonly bytes?: number | undefined },
): boolean {
  const bytes = outcome.kind === 'failed' ? outcome.bytes : undefined;
  if (bytes === undefined) return false;
  const before = reached.get(id) ?? 0;
  reached.set(id, Math.max(before, bytes));
  return bytes > before;
}
