import type { DossierAct } from '../../../contract/operations/dossier-actions.ts';
import type { Settings } from '../../../contract/operations/office.ts';
import type { DossierEvent } from '../../../domain/dossier/state.ts';
import type { TimeLimit } from '../../../domain/procedure/definition.ts';
import type { Trx } from '../../storage/connection.ts';
import type { DossierRow, DueReason } from '../../storage/rows.ts';

/** What an act is decided on: all read in its transaction, under the dossier's lock. */
export interface ActContext {
  readonly trx: Trx;
  readonly dossier: DossierRow;
  readonly settings: Settings;
  /** Of the dossier's case. */
  readonly limit: TimeLimit;
  readonly commandId: string;
  readonly staffId: string;
  /** Where whoever acts works as a specialist. */
  readonly department: string | null;
  readonly now: Date;
}

export type Act<K extends DossierAct['kind']> = Extract<DossierAct, { kind: K }>;

type OfficeEvent = Exclude<DossierEvent, { kind: 'filed' } | { kind: 'supplemented' }>;

/** What follows from an act besides its status; the command writes all of it, or nothing. */
export interface Consequence {
  /** Without kind and time, which are the act's. */
  readonly event: Omit<OfficeEvent, 'kind' | 'at'>;
  /** Kept with the action beside the act itself: for history and forms. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly dueReason?: readonly DueReason[];
  readonly competentCommune?: string;
  /** What else is written once the action is. */
  readonly afterwards?: () => Promise<void>;
}

/** What the act says cannot be done here; nothing is written. */
export interface Impossible {
  readonly kind: 'impossible';
  /** For the log; names no person. */
  readonly detail: 'department' | 'staff' | 'item' | 'date' | 'commune';
}

export const nothingElse: Consequence = { event: {} };

export function isImpossible(of: Consequence | Impossible): of is Impossible {
  return 'kind' in of;
}
