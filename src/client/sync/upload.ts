import { classifyUpload } from '../../domain/sync/classify.ts';
import type { SyncEvent } from '../../domain/sync/event.ts';
import { countLeft } from './exchange.ts';
import type { SyncPorts } from './ports.ts';
import type { SenderIdentity } from './transport.ts';

const MANY = 200;

/** Sends the next attachment not yet tried in this round. Undefined when it was aborted (SPEC C4). */
export async function uploadNext(
  ports: Pick<SyncPorts, 'storage' | 'transport'>,
  round: {
    readonly identity: SenderIdentity;
    /** Attachments that went up or were passed over in this round; grows here. */
    readonly tried: Set<string>;
    readonly onProgress: (id: string, bytes: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<SyncEvent | undefined> {
  const { outbox } = ports.storage;
  const waiting = (await outbox.nextAttachments(MANY)).filter(({ id }) => !round.tried.has(id));
  const [attachment] = waiting;
  if (attachment === undefined) return { kind: 'uploaded', attachmentsLeft: 0 };
  const done: SyncEvent = { kind: 'uploaded', attachmentsLeft: waiting.length - 1 };

  const ciphertext = await outbox.readCiphertext(attachment.id);
  if (ciphertext !== undefined) {
    const { identity, signal } = round;
    const onProgress = (bytes: number) => round.onProgress(attachment.id, bytes);
    const outcome = await ports.transport.upload({ identity, attachment, ciphertext, onProgress, signal });
    if (signal.aborted) return undefined;
    const verdict = outcome.kind === 'uploaded' ? 'pass-over' : classifyUpload(outcome);
    if (verdict !== 'pass-over') {
      return { kind: 'failed', failure: verdict, sent: 0, left: await countLeft(ports, new Set()) };
    }
  }
  round.tried.add(attachment.id);
  return done;
}
