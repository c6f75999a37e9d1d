import type { OutboxAttachment, OutboxEnvelope } from '../../../storage/model.ts';

type EnvelopeRow = Omit<OutboxEnvelope, 'bytes'>;

/** One submission carried for another tablet, and how far it has come. */
export interface Carried {
  readonly submissionId: string;
  readonly deviceId: string;
  readonly since: string | undefined;
  readonly photos: number;
  readonly state:
    | { readonly kind: 'waiting' }
    /** The office has the envelope, some photos still wait here. */
    | { readonly kind: 'photos-waiting'; readonly left: number }
    /** All that came with the file has its receipt. */
    | { readonly kind: 'received' }
    | { readonly kind: 'attention'; readonly reason: NonNullable<OutboxEnvelope['attention']> };
}

/** What this tablet carries for others, newest first. */
export function listCarried(
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
): readonly Carried[] {
  const rows = new Map<string, { envelope?: EnvelopeRow; photos: OutboxAttachment[]; deviceId: string }>();
  for (const envelope of envelopes) {
    if (envelope.carriedFor !== undefined)
      rows.set(envelope.id, { envelope, photos: [], deviceId: envelope.carriedFor });
  }
  for (const photo of attachments) {
    if (photo.carriedFor === undefined) continue;
    const known = rows.get(photo.submissionId) ?? { photos: [], deviceId: photo.carriedFor };
    known.photos.push(photo);
    rows.set(photo.submissionId, known);
  }
  const list = [...rows].map(
    ([submissionId, { envelope, photos, deviceId }]): Carried => ({
      submissionId,
      deviceId,
      since: envelope?.queuedAt,
      photos: photos.length,
      state: stateOf(envelope, photos),
    }),
  );
  return list.sort((a, b) => ((a.since ?? '') > (b.since ?? '') ? -1 : 1));
}

function stateOf(envelope: EnvelopeRow | undefined, photos: readonly OutboxAttachment[]): Carried['state'] {
  const troubled = [...(envelope === undefined ? [] : [envelope]), ...photos].find(
    (row) => row.state === 'attention',
  );
  if (troubled?.attention !== undefined) return { kind: 'attention', reason: troubled.attention };
  const left = photos.filter((row) => row.state !== 'received').length;
  if (envelope !== undefined && envelope.state !== 'received') return { kind: 'waiting' };
  return left > 0 ? { kind: 'photos-waiting', left } : { kind: 'received' };
}

/** How many submissions are on this tablet for others and not yet at the office. */
export function countCarriedWaiting(carried: readonly Carried[]): number {
  return carried.filter(({ state }) => state.kind !== 'received').length;
}

/** The receipts of what was carried, as rows name them, each once; they are for the tablets that own the items. */
export function receiptsToTakeHome(
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
): readonly string[] {
  const receipts = [...envelopes, ...attachments].flatMap((row) =>
    row.carriedFor !== undefined && row.state === 'received' && row.receipt !== undefined
      ? [row.receipt]
      : [],
  );
  return [...new Set(receipts)];
}
