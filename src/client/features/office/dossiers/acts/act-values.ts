import * as z from 'zod';
import { DossierAct } from '../../../../../contract/operations/dossier-actions.ts';
import type { SupplementItem } from '../../../../../contract/operations/supplements.ts';
import type { OfficeAction } from '../../../../../domain/dossier/actions.ts';

/** What is typed and chosen in the dialog of an act; each act reads its own part. */
export interface ActValues {
  readonly reason: string;
  readonly note: string;
  readonly ground: 'not-supplemented' | 'citizen-asked' | 'other';
  readonly departmentId: string;
  readonly amount: string;
  readonly forWhat: string;
  readonly receiptNumber: string;
  readonly until: string;
  readonly takenBy: string;
  readonly as: 'owner' | 'authorised' | 'relative';
  readonly signedBy: 'signature' | 'thumbprint' | 'postal-receipt';
  /** Empty: whoever assisted; `NOBODY_YET` where that is no choice and none was made. */
  readonly assignedTo: string;
  readonly items: readonly SupplementItem[];
  /** Empty: the commune that receives. */
  readonly competentCommune: string;
}
export type ActField = keyof ActValues;

/** No id of anybody, so that the schema asks for one. */
export const NOBODY_YET = 'nobody-yet';

export const emptyValues: ActValues = {
  reason: '',
  note: '',
  ground: 'not-supplemented',
  departmentId: '',
  amount: '',
  forWhat: '',
  receiptNumber: '',
  until: '',
  takenBy: '',
  as: 'owner',
  signedBy: 'signature',
  assignedTo: '',
  items: [],
  competentCommune: '',
};

/** The fields that each act asks, in the order in which they stand in its dialog. */
export const fieldsOf: Readonly<Record<OfficeAction, readonly ActField[]>> = {
  accept: ['competentCommune'],
  refuse: ['reason'],
  'propose-supplement': ['reason', 'items'],
  'request-supplement': ['reason', 'assignedTo', 'items'],
  'reassign-supplement': ['assignedTo'],
  'complete-supplement': [],
  begin: [],
  forward: ['departmentId', 'note'],
  'hand-back': ['note'],
  'request-payment': ['amount', 'forWhat'],
  'confirm-payment': ['receiptNumber'],
  'cancel-payment': ['reason'],
  'refund-payment': ['reason'],
  'take-papers': ['note'],
  'give-back-papers': ['note'],
  extend: ['until', 'reason'],
  stop: ['ground', 'reason'],
  withdraw: ['reason'],
  finish: ['note'],
  'return-result': ['takenBy', 'as', 'signedBy'],
};

export type BuiltAct =
  | { readonly kind: 'act'; readonly act: DossierAct }
  /** What still has to be filled in or is wrong. */
  | { readonly kind: 'incomplete'; readonly fields: readonly ActField[] };

const FieldName = z.enum(Object.keys(emptyValues) as [ActField, ...ActField[]]);

/** The act that these values say, checked by the same schema as on the server. */
export function buildAct(action: OfficeAction, values: ActValues): BuiltAct {
  const asked = fieldsOf[action].map((field) => [field, valueFor(field, values)] as const);
  const parsed = DossierAct.safeParse({
    kind: action,
    ...Object.fromEntries(asked.filter(([, value]) => value !== undefined)),
  });
  if (parsed.success) return { kind: 'act', act: parsed.data };
  const fields = parsed.error.issues.flatMap(({ path }) => {
    const field = FieldName.safeParse(path[0]);
    return field.success ? [field.data] : [];
  });
  return { kind: 'incomplete', fields: [...new Set(fields)] };
}

function valueFor(field: ActField, values: ActValues): unknown {
  switch (field) {
    case 'amount':
      return Number(values.amount.replaceAll(/[.\s]/g, ''));
    case 'assignedTo':
      return values.assignedTo === '' ? null : values.assignedTo;
    case 'competentCommune':
      return values.competentCommune === '' ? undefined : values.competentCommune;
    default:
      return values[field];
  }
}
