import { DossierAct } from '../../../../contract/operations/dossier-actions.ts';
import type { DossierAction } from '../../../../contract/operations/office.ts';

/** What the officer said with an act; undefined for what came from a tablet, and for acts this version does not know. */
export function readAct({ detail }: Pick<DossierAction, 'detail'>): DossierAct | undefined {
  return DossierAct.safeParse(detail.act).data;
}
