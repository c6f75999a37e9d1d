import type { SupplementWork } from '../../contract/operations/field-work.ts';
import type { SupplementWorkRow } from '../storage/rows.ts';

/** A dossier that waits, with all that its tablet needs to go on with it; pictures and their keys stay at the office. */
export function presentSupplementWork(row: SupplementWorkRow): SupplementWork {
  const { submission } = row;
  return {
    id: row.id,
    dossierId: row.dossierId,
    number: row.number,
    reason: row.reason,
    items: row.items,
    requestedAt: row.requestedAt.toISOString(),
    byName: row.byName,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    provisionalReference: submission.provisionalReference,
    officialCode: row.officialCode,
    subjectName: row.subjectName,
    village: row.village,
    procedure: submission.procedure,
    finishedAt: submission.finishedAt,
    answers: submission.answers,
    consents: submission.consents,
    attachments: submission.attachments.map(({ id, document, mediaType, size }) => ({
      id,
      document,
      mediaType,
      size,
    })),
  };
}
