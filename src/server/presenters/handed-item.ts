import type { HandedItem } from '../../contract/operations/handed-items.ts';
import type { HandedItemRow } from '../storage/rows.ts';

/** A line of the list of handed items: ids, reason, people; nothing of what was answered. */
export function presentHandedItem(row: HandedItemRow): HandedItem {
  return {
    id: row.id,
    submissionId: row.submissionId,
    of: row.of,
    reason: row.reason,
    state: row.state,
    staffName: row.staffName,
    deviceName: row.deviceName,
    handedAt: row.handedAt.toISOString(),
    note: row.note,
    closedAt: row.closedAt?.toISOString() ?? null,
    closedByName: row.closedByName,
    closingNote: row.closingNote,
    arrived: row.arrived,
  };
}
