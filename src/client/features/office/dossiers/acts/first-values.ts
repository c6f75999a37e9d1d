import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import type { OfficeAction } from '../../../../../domain/dossier/actions.ts';
import { readAct } from '../read-act.ts';
import { type ActValues, emptyValues, NOBODY_YET } from './act-values.ts';
import { findAwaited } from './find-awaited.ts';

/**
 * What a dialog begins with. Asking the citizen for what a department proposed: its words and its list. Stopping: that nothing
 * was brought only where something is awaited, because the ground goes on a signed paper. Sending another colleague: whoever
 * assisted, unless it is they who were to go.
 */
export function firstValues(
  action: OfficeAction,
  dossier: Pick<DossierDetail, 'status' | 'supplement' | 'supplements' | 'history' | 'assistedBy'>,
): ActValues {
  if (action === 'stop' && dossier.status !== 'supplement-requested')
    return { ...emptyValues, ground: 'other' };
  if (action === 'reassign-supplement' && findAwaited(dossier)?.assignedTo === dossier.assistedBy.staffId)
    return { ...emptyValues, assignedTo: NOBODY_YET };
  if (action !== 'request-supplement' || dossier.supplement !== 'proposed') return emptyValues;
  const proposal = dossier.history.findLast((one) => one.action === 'supplement-proposed');
  const act = proposal && readAct(proposal);
  if (act?.kind !== 'propose-supplement') return emptyValues;
  return { ...emptyValues, reason: act.reason, items: act.items };
}
