import type { GuardFacts } from '../../../../../domain/device/guard-rails.ts';
import type { OutboxAttachment, OutboxEnvelope } from '../../../../storage/model.ts';
import type { StorageKeeping } from '../keep-storage.ts';

type EnvelopeRow = Omit<OutboxEnvelope, 'bytes'>;

/**
 * When the oldest submission was finished that could go out and has not: with a photo still here it has not. What needs
 * attention is not counted, because sending does not mend it; nor what is carried, because its owner still has it.
 */
export function oldestWaiting(
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
): string | undefined {
  const photosLeft = new Set(
    attachments.filter(({ state }) => state === 'waiting').map(({ submissionId }) => submissionId),
  );
  return envelopes
    .filter((row) => row.carriedFor === undefined && row.replacedBy === undefined)
    .filter((row) => row.state === 'waiting' || (row.state === 'received' && photosLeft.has(row.id)))
    .map(({ queuedAt }) => queuedAt)
    .sort()
    .at(0);
}

/** What the guard rails are judged by. `now`: this tablet's clock, which also wrote `oldest`. */
export function guardFacts(of: {
  readonly keeping: StorageKeeping | undefined;
  readonly isFull: boolean;
  readonly oldest: string | undefined;
  readonly now: Date;
}): GuardFacts {
  const { keeping, oldest } = of;
  return {
    freeBytes: keeping?.freeBytes,
    isFull: of.isFull,
    isKept: keeping === undefined || keeping.kind === 'unknown' ? undefined : keeping.kind === 'kept',
    // A clock that was set back makes nothing old.
    oldestUnsent: oldest === undefined ? undefined : Math.max(0, of.now.getTime() - Date.parse(oldest)),
  };
}
