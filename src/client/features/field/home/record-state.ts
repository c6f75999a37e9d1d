import type { OfficeState, OutboxAttachment, OutboxEnvelope } from '../../../storage/model.ts';

/** Where a finished submission stands on its way to the office (I8: this says nothing about what the office does with it). */
export type SyncState =
  | { readonly kind: 'waiting' }
  /** The envelope is at the office, some photos are still here. */
  | { readonly kind: 'photos-waiting'; readonly left: number }
  | { readonly kind: 'received' }
  | {
      readonly kind: 'attention';
      readonly itemId: string;
      readonly reason: NonNullable<OutboxEnvelope['attention']>;
    };

export type EnvelopeRow = Omit<OutboxEnvelope, 'bytes'>;

/** Undefined for an envelope that this tablet does not know of. */
export function findSyncState(
  submissionId: string,
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
): SyncState | undefined {
  const envelope = envelopes.find((row) => row.id === submissionId);
  if (envelope === undefined) return undefined;
  const own = attachments.filter((row) => row.submissionId === submissionId);
  const troubled = [envelope, ...own].find((row) => row.state === 'attention');
  if (troubled?.attention !== undefined) {
    return { kind: 'attention', itemId: troubled.id, reason: troubled.attention };
  }
  if (envelope.state !== 'received') return { kind: 'waiting' };
  const left = own.filter((row) => row.state !== 'received').length;
  return left > 0 ? { kind: 'photos-waiting', left } : { kind: 'received' };
}

export interface Totals {
  readonly drafts: number;
  readonly waiting: number;
  readonly received: number;
}

/** The three numbers of the home screen, for the records of one person. What needs attention still waits here. */
export function countRecords(
  entries: readonly { readonly id: string; readonly state: 'draft' | 'finished' }[],
  envelopes: readonly EnvelopeRow[],
): Totals {
  const finished = new Set(entries.filter((entry) => entry.state === 'finished').map((entry) => entry.id));
  const own = envelopes.filter((row) => finished.has(row.id));
  const received = own.filter((row) => row.state === 'received').length;
  return { drafts: entries.length - finished.size, waiting: own.length - received, received };
}

/** The office's latest word about one submission. */
export function findOffice(states: readonly OfficeState[], submissionId: string): OfficeState | undefined {
  return states.find((state) => state.submissionId === submissionId);
}
