import type { OutboxAttachment, OutboxEnvelope } from '../../../storage/model.ts';

type EnvelopeRow = Omit<OutboxEnvelope, 'bytes'>;

/** A submission of which something is still sealed on this tablet, and what of it. */
export interface Carriable {
  readonly submissionId: string;
  readonly staffId: string;
  /** The tablet it belongs to, where it is not this one. */
  readonly carriedFor: string | undefined;
  readonly queuedAt: string | undefined;
  readonly photos: number;
  /** Of its photos; envelopes are a few kilobytes. */
  readonly bytes: number;
  readonly hasEnvelope: boolean;
}

/**
 * What a courier can take along: everything sealed that the office has not given its word for, needing attention or not.
 * Oldest first. One that a person replaced stays here: another took its place.
 */
export function listCarriable(
  envelopes: readonly EnvelopeRow[],
  attachments: readonly OutboxAttachment[],
): readonly Carriable[] {
  const found = new Map<string, Carriable>();
  const replaced = new Set<string>();
  for (const row of envelopes) {
    if (row.replacedBy !== undefined) replaced.add(row.id);
    if (row.state === 'received' || row.replacedBy !== undefined) continue;
    found.set(row.id, {
      submissionId: row.id,
      staffId: row.staffId,
      carriedFor: row.carriedFor,
      queuedAt: row.queuedAt,
      photos: 0,
      bytes: 0,
      hasEnvelope: true,
    });
  }
  for (const row of attachments) {
    if (row.state === 'received' || replaced.has(row.submissionId)) continue;
    const known = found.get(row.submissionId) ?? {
      submissionId: row.submissionId,
      staffId: row.staffId,
      carriedFor: row.carriedFor,
      queuedAt: envelopes.find(({ id }) => id === row.submissionId)?.queuedAt,
      photos: 0,
      bytes: 0,
      hasEnvelope: false,
    };
    const photos = known.photos + 1;
    found.set(row.submissionId, { ...known, photos, bytes: known.bytes + row.ciphertextSize });
  }
  return [...found.values()].sort((a, b) => ((a.queuedAt ?? '') < (b.queuedAt ?? '') ? -1 : 1));
}
