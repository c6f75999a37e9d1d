import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import type { OfficeAction } from '../../../../../domain/dossier/actions.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import type { ActField, ActValues } from './act-values.ts';

/** What the fields of an act are given: the dossier they are about, what is typed so far, and what of it is wrong. */
export interface ActFieldsProps {
  readonly action: OfficeAction;
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
  readonly values: ActValues;
  readonly onChange: (part: Partial<ActValues>) => void;
  /** Fields that are missing or wrong, once the officer has tried. */
  readonly wrong: readonly ActField[];
}
