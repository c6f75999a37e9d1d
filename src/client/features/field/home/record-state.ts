import type { OfficeState, OutboxAttachment, OutboxEnvelope } from '../../../storage/model.ts';
import { isReplaced, withoutReplaced } from '../../../storage/replaced.ts';

/** Where a finished submission stands on its way to the office (I8: this says nothing about what the office does with it). */
export type SyncState =
  | { readonly kind: 'waiting' }
  /** The envelope is at the office, some photos are still here. */
  | { readonly kind: 'photos-waiting'; readonly left: number }
  | { readonly kind: 'received' }
  /** A corrected one goes in its place. */
  | { readonly kind: 'mended' }
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
  if (isReplaced(envelope)) return { kind: 'mended' };
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

/**
 * The three numbers of the home screen, for one person. What needs attention still waits here. Sealed items are counted by
 * whose they are, not by the list: one whose line does not open any more is still there and still goes out.
 */
export function countRecords(drafts: number, envelopes: readonly EnvelopeRow[], staffId: string): Totals {
  const own = envelopes.filter(
    (row) => row.staffId === staffId && row.carriedFor === undefined && !isReplaced(row),
  );
  const received = own.filter((row) => row.state === 'received').length;
  return { drafts, waiting: own.length - received, received };
}

/** An item of one person that the office could not take, with the submission it belongs to. */
export interface Troubled {
  readonly submissionId: string;
  readonly itemId: string;
  readonly reason: NonNullable<OutboxEnvelope['attention']>;
}

/** The first troubled item of each submission of one person. Looks at each row once, however many there are. */
export function findTroubled(
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
  staffId: string,
): readonly Troubled[] {
  const found = new Map<string, Troubled>();
  const look = (row: EnvelopeRow | OutboxAttachment, submissionId: string) => {
    if (row.staffId !== staffId || row.carriedFor !== undefined) return;
    if (row.state !== 'attention' || row.attention === undefined) return;
    if (!found.has(submissionId))
      found.set(submissionId, { submissionId, itemId: row.id, reason: row.attention });
  };
  const counting = withoutReplaced(envelopes, attachments);
  for (const row of counting.envelopes) look(row, row.id);
  for (const row of counting.photos) look(row, row.submissionId);
  return [...found.values()];
}

/** The office's latest word about one submission. */
export function findOffice(states: readonly OfficeState[], submissionId: string): OfficeState | undefined {
  return states.find((state) => state.submissionId === submissionId);
}
