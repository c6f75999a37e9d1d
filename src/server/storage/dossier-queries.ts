import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { AccountState, DossierStatus } from '../../contract/down/change.ts';
import { Submission } from '../../contract/up/submission.ts';
import { DossierEventKind } from '../../domain/dossier/actions.ts';
import type { DossierScope } from '../policies/dossier.ts';
import { listMergedAround } from './account-merges.ts';
import type { DbOrTrx } from './connection.ts';
import type { Database } from './database.ts';
import { stateOf } from './dossier-state.ts';
import { type DossierActionRow, type DossierLineRow, type DossierRow, DueReason } from './rows.ts';

const DueReasons = z.array(DueReason);
const Detail = z.record(z.string(), z.unknown());

/** Lines joined with the tablet of whoever signed. Columns of the answers stay out: a list must not carry them. */
export function dossierLines(db: DbOrTrx) {
  return db
    .selectFrom('dossiers')
    .innerJoin('envelopes', 'envelopes.id', 'dossiers.id')
    .innerJoin('staff_keys', 'staff_keys.key_id', 'envelopes.signer_key_id')
    .innerJoin('devices', 'devices.id', 'staff_keys.device_id')
    .leftJoin('departments', 'departments.id', 'dossiers.held_by')
    .select([
      'dossiers.id',
      'departments.id as department_id',
      'departments.name as department_name',
      'dossiers.procedure_id',
      'dossiers.procedure_version',
      'dossiers.subject_name',
      'dossiers.village',
      'dossiers.commune',
      'dossiers.provisional_reference',
      'dossiers.official_code',
      'dossiers.status',
      'dossiers.received_at',
      'dossiers.due_at',
      'dossiers.revision',
      'devices.name as device_name',
    ])
    .select((eb) => [countAttachments(eb).as('expected'), countAttachments(eb, 'stored').as('stored')]);
}

/**
 * Those that are here, and those that the dossier still names: what a supplement has replaced before it came is awaited by
 * nobody, because it may be lost for good.
 */
function countAttachments(eb: ExpressionBuilder<Database, 'dossiers'>, state?: 'stored') {
  const all = eb
    .selectFrom('attachments')
    .whereRef('attachments.submission_id', '=', 'dossiers.id')
    .select((count) => count.fn.countAll<string>().as('n'));
  const isStored = sql<boolean>`attachments.state = 'stored'`;
  if (state === 'stored') return all.where(isStored);
  return all.where(
    sql<boolean>`(${isStored} or dossiers.submission -> 'attachments' @> jsonb_build_array(jsonb_build_object('id', attachments.id)))`,
  );
}

type RawLine = Awaited<ReturnType<ReturnType<typeof dossierLines>['executeTakeFirstOrThrow']>>;

export function parseLine(row: RawLine): DossierLineRow {
  return {
    id: row.id,
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    subjectName: row.subject_name,
    village: row.village,
    commune: row.commune,
    provisionalReference: row.provisional_reference,
    officialCode: row.official_code,
    status: DossierStatus.parse(row.status),
    heldBy: row.department_id === null ? null : { id: row.department_id, name: row.department_name ?? '' },
    receivedAt: row.received_at,
    dueAt: row.due_at,
    deviceName: row.device_name,
    attachmentsExpected: Number(row.expected ?? 0),
    attachmentsStored: Number(row.stored ?? 0),
    revision: row.revision,
  };
}

/** The condition that leaves exactly the dossiers of the scope. */
export function inScope(scope: DossierScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'none':
      return sql<boolean>`false`;
    case 'all':
      return sql<boolean>`true`;
    case 'commune':
      return sql<boolean>`dossiers.commune = ${scope.commune}`;
    case 'department':
      return sql<boolean>`dossiers.commune = ${scope.commune} and dossiers.held_by = ${scope.department}`;
  }
}

/** Dossiers that name one of these accounts, newest first, within the scope. */
export async function listDossiersOfAccount(
  db: DbOrTrx,
  accountIds: readonly string[],
  scope: DossierScope,
): Promise<DossierLineRow[]> {
  const rows = await dossierLines(db)
    .where('dossiers.account_id', 'in', accountIds)
    .where(inScope(scope))
    .orderBy('dossiers.received_at', 'desc')
    .execute();
  return rows.map(parseLine);
}

export async function findDossier(db: DbOrTrx, id: string): Promise<DossierRow | undefined> {
  const row = await dossierLines(db)
    .innerJoin('staff as assistant', 'assistant.id', 'dossiers.staff_id')
    .leftJoin('devices as carrier', 'carrier.id', 'envelopes.carried_by')
    .leftJoin('staff as carrier_staff', 'carrier_staff.id', 'envelopes.carried_by_staff')
    .leftJoin('staff as accepter', 'accepter.id', 'dossiers.accepted_by')
    .leftJoin('accounts', 'accounts.id', 'dossiers.account_id')
    .select([
      'dossiers.case_id',
      'dossiers.submission',
      'dossiers.staff_id',
      'assistant.display_name as staff_name',
      'staff_keys.device_id',
      'carrier.id as carrier_id',
      'carrier.name as carrier_name',
      'carrier_staff.display_name as carrier_staff_name',
      'dossiers.accepted_at',
      'accepter.display_name as accepted_by_name',
      'dossiers.due_reason',
      'dossiers.account_id',
      'accounts.state as account_state',
      'dossiers.held_by',
      'dossiers.finance',
      'dossiers.paid_before',
      'dossiers.papers',
      'dossiers.supplement',
      'dossiers.supplements_asked',
      'dossiers.resumes_as',
      'dossiers.paused_at',
      'dossiers.ended_at',
      'dossiers.competent_commune',
    ])
    .where('dossiers.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const account = await shownAccount(db, row);
  return {
    ...parseLine(row),
    revision: row.revision,
    caseId: row.case_id,
    submission: Submission.parse(row.submission),
    staffId: row.staff_id,
    staffName: row.staff_name,
    courierDeviceName: row.carrier_id === row.device_id ? null : row.carrier_name,
    courierStaffName: row.carrier_staff_name,
    acceptedAt: row.accepted_at,
    acceptedByName: row.accepted_by_name,
    dueReason: DueReasons.parse(row.due_reason ?? []),
    accountId: account.id,
    accountState: account.state,
    competentCommune: row.competent_commune,
    state: stateOf(row),
  };
}

/** The account that the dossier names; of one that was merged, the one that stays in its place. */
async function shownAccount(
  db: DbOrTrx,
  named: { readonly account_id: string | null; readonly account_state: string | null },
): Promise<{ readonly id: string | null; readonly state: AccountState | null }> {
  const state = named.account_state === null ? null : AccountState.parse(named.account_state);
  if (named.account_id === null || state !== 'merged') return { id: named.account_id, state };
  const stays = (await listMergedAround(db, named.account_id, 'above')).at(-1);
  return stays ?? { id: named.account_id, state };
}

/** Oldest first. */
export async function listDossierActions(db: DbOrTrx, dossierId: string): Promise<DossierActionRow[]> {
  const rows = await db
    .selectFrom('dossier_actions')
    .innerJoin('staff', 'staff.id', 'dossier_actions.staff_id')
    .leftJoin('devices', 'devices.id', 'dossier_actions.device_id')
    .select([
      'dossier_actions.id',
      'dossier_actions.action',
      'dossier_actions.at',
      'dossier_actions.staff_id',
      'dossier_actions.detail',
      'staff.display_name',
      'devices.name as device_name',
    ])
    .where('dossier_actions.dossier_id', '=', dossierId)
    .orderBy('dossier_actions.at')
    .orderBy('dossier_actions.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    action: DossierEventKind.parse(row.action),
    at: row.at,
    staffId: row.staff_id,
    staffName: row.display_name,
    deviceName: row.device_name,
    detail: Detail.parse(row.detail),
  }));
}
