import type { Deps } from '../deps.ts';
import { listDraftsOf, listHandOversFrom, listTabletsOf } from '../storage/draft-backups.ts';
import type { DraftHandOverRow, KeptDraftRow, StaffRow, TabletWordRow } from '../storage/rows.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { listStaff } from '../storage/staff.ts';
import { type DraftAsker, findDraftAsker } from './draft-asker.ts';

export type ListKeptDraftsOutcome =
  | {
      readonly kind: 'listed';
      readonly keeps: boolean;
      readonly drafts: readonly KeptDraftRow[];
      readonly givenAway: readonly DraftHandOverRow[];
      readonly colleagues: readonly StaffRow[];
      /** Other tablets of this person, and what they last said of themselves. */
      readonly tablets: readonly TabletWordRow[];
    }
  | { readonly kind: 'unauthorized' };

/** What the office keeps for a staff member, told to a tablet on which they have unlocked. Changes nothing. */
export async function listKeptDrafts(deps: Deps, asker: DraftAsker): Promise<ListKeptDraftsOutcome> {
  const staff = await findDraftAsker(deps, asker, { action: 'list', about: [] });
  if (staff === undefined) return { kind: 'unauthorized' };
  const [settings, drafts, givenAway, everybody, tablets] = await Promise.all([
    getOfficeSettings(deps.db),
    listDraftsOf(deps.db, staff.id),
    listHandOversFrom(deps.db, staff.id),
    listStaff(deps.db, { kind: 'commune', commune: staff.commune }),
    listTabletsOf(deps.db, { staffId: staff.id, except: asker.deviceId }),
  ]);
  return {
    kind: 'listed',
    keeps: settings.tablets.backups,
    drafts,
    givenAway,
    colleagues: everybody.filter(({ id }) => id !== staff.id),
    tablets,
  };
}
