import type { OutboxAttachment, OutboxEnvelope } from '../../../storage/model.ts';
import { isReplaced } from '../../../storage/replaced.ts';
import type { AttentionReason } from './ways-on.ts';

/** What waits for a person, of one submission or draft. */
export interface Troubled {
  readonly submissionId: string;
  readonly of: 'envelope' | 'attachment' | 'draft';
  readonly reason: AttentionReason;
  /** Rows that "try again" puts back into the queue. */
  readonly itemIds: readonly string[];
  /** Of the sealed bytes; envelopes only. */
  readonly digest?: string;
}

/** Undefined where nothing of it needs anybody: on its way, received, or another took its place. */
export function findTroubled(
  submissionId: string,
  found: {
    readonly envelope: Omit<OutboxEnvelope, 'bytes'> | undefined;
    readonly attachments: readonly OutboxAttachment[];
    /** A draft of this id is there and does not open. */
    readonly draftUnreadable: boolean;
  },
): Troubled | undefined {
  const { envelope, attachments } = found;
  const photos = attachments.filter(({ state }) => state === 'attention');
  const itemIds = photos.map(({ id }) => id);
  if (envelope === undefined)
    return found.draftUnreadable
      ? { submissionId, of: 'draft', reason: 'unreadable-here', itemIds: [] }
      : undefined;
  if (isReplaced(envelope)) return undefined;
  if (envelope.state === 'attention' && envelope.attention !== undefined)
    return {
      submissionId,
      of: 'envelope',
      reason: envelope.attention,
      itemIds: [envelope.id, ...itemIds],
      digest: envelope.digest,
    };
  const reason = photos[0]?.attention;
  return reason === undefined ? undefined : { submissionId, of: 'attachment', reason, itemIds };
}

/** Key of the words for a reason: bytes of the package itself that do not fit are spoiled here, a photo's on the way. */
export function sayReason({ of, reason }: Troubled): string {
  return reason === 'digest-mismatch' && of === 'envelope' ? 'damaged-here' : reason;
}
