import type { Selectable } from 'kysely';
import { DossierStatus } from '../../contract/down/change.ts';
import { type DossierState, FinanceState, PapersState, SupplementState } from '../../domain/dossier/state.ts';
import type { Database } from './database.ts';

type StateColumns = Pick<
  Selectable<Database['dossiers']>,
  | 'status'
  | 'received_at'
  | 'accepted_at'
  | 'official_code'
  | 'due_at'
  | 'held_by'
  | 'finance'
  | 'paid_before'
  | 'papers'
  | 'supplement'
  | 'supplements_asked'
  | 'resumes_as'
  | 'paused_at'
  | 'ended_at'
>;

/** What the row says the dossier is. */
export function stateOf(row: StateColumns): DossierState {
  return {
    status: DossierStatus.parse(row.status),
    receivedAt: row.received_at.toISOString(),
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    officialCode: row.official_code,
    dueAt: row.due_at?.toISOString() ?? null,
    heldBy: row.held_by,
    finance: FinanceState.parse(row.finance),
    paidBefore: row.paid_before,
    papers: PapersState.parse(row.papers),
    supplement: SupplementState.nullable().parse(row.supplement),
    supplementsAsked: row.supplements_asked,
    resumesAs: DossierStatus.nullable().parse(row.resumes_as),
    pausedAt: row.paused_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
