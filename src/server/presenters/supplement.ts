import type { SupplementRecord } from '../../contract/operations/supplements.ts';
import type { SupplementRecordRow } from '../storage/rows.ts';

/** What was asked of the citizen, and what came of it: for who may see the dossier. */
export function presentSupplement(row: SupplementRecordRow): SupplementRecord {
  const { arrived } = row;
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    arrived: arrived && { ...arrived, at: arrived.at.toISOString() },
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
