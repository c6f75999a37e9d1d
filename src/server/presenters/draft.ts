import type { CommuneDraft, KeptDraft } from '../../contract/operations/drafts.ts';
import type { KeptDraftRow, StaffRow } from '../storage/rows.ts';

/** A kept draft, for the staff member who has it. */
export function presentKeptDraft(row: KeptDraftRow): KeptDraft {
  const { handedOver } = row;
  return {
    id: row.id,
    procedureId: row.procedureId,
    updatedAt: row.updatedAt.toISOString(),
    keptAt: row.receivedAt.toISOString(),
    tablet: { id: row.deviceId, name: row.deviceName },
    handedOver: handedOver && {
      fromName: handedOver.fromName,
      byName: handedOver.byName,
      at: handedOver.at.toISOString(),
    },
  };
}

/** The same for the supervisor, who sees whose it is and nothing of what it says. */
export function presentCommuneDraft(row: KeptDraftRow, allowed: CommuneDraft['allowed']): CommuneDraft {
  const { tablet, handedOver: _, ...kept } = presentKeptDraft(row);
  const { handedOver } = row;
  return {
    ...kept,
    holder: row.holder,
    tabletName: tablet.name,
    handedOver: handedOver && {
      fromName: handedOver.fromName,
      byName: handedOver.byName,
      at: handedOver.at.toISOString(),
      taken: handedOver.taken,
    },
    allowed,
  };
}

/** Who a draft may go to: those who work in the field, by name. */
export function presentColleagues(
  staff: readonly StaffRow[],
): { readonly id: string; readonly displayName: string }[] {
  return staff
    .filter(({ roles }) => roles.includes('field'))
    .map(({ id, displayName }) => ({ id, displayName }));
}
