import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import type { OfficeAction } from '../../../../../domain/dossier/actions.ts';
import { readAct } from '../read-act.ts';
import { type ActValues, emptyValues } from './act-values.ts';

/** What a dialog begins with: asking the citizen for what a department proposed, its words and its list. */
export function firstValues(
  action: OfficeAction,
  dossier: Pick<DossierDetail, 'supplement' | 'history'>,
): ActValues {
  if (action !== 'request-supplement' || dossier.supplement !== 'proposed') return emptyValues;
  const proposal = dossier.history.findLast((one) => one.action === 'supplement-proposed');
  const act = proposal && readAct(proposal);
  if (act?.kind !== 'propose-supplement') return emptyValues;
  return { ...emptyValues, reason: act.reason, items: act.items };
}
