import type { DossierAct } from '../../../../../contract/operations/dossier-actions.ts';
import type { DossierLine } from '../../../../../contract/operations/office.ts';
import { isAllowed } from '../../../../../domain/dossier/actions.ts';

/** What makes sense for several dossiers at once: it says the same of each, and no citizen reads a reason in it. */
export const BULK_ACTIONS = ['accept', 'begin', 'forward'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];
export type BulkAct = Extract<DossierAct, { kind: BulkAction }>;

/**
 * Those of the lines that the act is for, as far as a line tells; the office decides about each. `department`: where whoever acts
 * works, null at the one-stop office.
 */
export function linesFor(
  action: BulkAction,
  lines: readonly DossierLine[],
  department: string | null,
): readonly DossierLine[] {
  return lines.filter(
    ({ status, heldBy, attachments: { expected, stored } }) =>
      isAllowed(action, status) &&
      (heldBy?.id ?? null) === department &&
      (action !== 'accept' || stored === expected),
  );
}
