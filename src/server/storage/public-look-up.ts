import { sql } from 'kysely';
import * as z from 'zod';
import { AccountState, DossierStatus } from '../../contract/down/change.ts';
import { DossierAct } from '../../contract/operations/dossier-actions.ts';
import { SupplementItem } from '../../contract/operations/supplements.ts';
import { SupplementState } from '../../domain/dossier/state.ts';
import type { DbOrTrx } from './connection.ts';
import { DueReason, type PublicAccountRow, type PublicDossierRow } from './rows.ts';

type Of = 'dossier' | 'account';
const DOSSIER = sql<Of>`'dossier'`;
const ACCOUNT = sql<Of>`'account'`;

/** What stands under a slip's code, and the birth date that must be known with it; undefined where nothing does. */
export async function findByCode(
  db: DbOrTrx,
  code: string,
): Promise<{ readonly of: Of; readonly id: string; readonly birthDate: string | null } | undefined> {
  return await db
    .selectFrom('dossiers')
    .select([DOSSIER.as('of'), 'id', 'asked_birth_date as birthDate'])
    .where((eb) => eb.or([eb('provisional_reference', '=', code), eb('official_code', '=', code)]))
    .unionAll((eb) =>
      eb
        .selectFrom('accounts')
        .select([ACCOUNT.as('of'), 'id', 'birth_date as birthDate'])
        .where('provisional_reference', '=', code),
    )
    .limit(1)
    .executeTakeFirst();
}

export async function findPublicDossier(db: DbOrTrx, id: string): Promise<PublicDossierRow> {
  const row = await db
    .selectFrom('dossiers')
    .select([
      'procedure_id',
      'procedure_version',
      'provisional_reference',
      'official_code',
      'status',
      'supplement',
      'commune',
      'received_at',
      'accepted_at',
      'due_at',
      'due_reason',
      'ended_at',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const request = await db
    .selectFrom('supplement_requests')
    .select(['reason', 'items'])
    .where('dossier_id', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const last = await db
    .selectFrom('dossier_actions')
    .select('detail')
    .where('dossier_id', '=', id)
    .where('action', 'in', ['refused', 'stopped', 'withdrawn', 'payment-requested'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const act = z.object({ act: DossierAct }).safeParse(last?.detail);
  return {
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    provisionalReference: row.provisional_reference,
    officialCode: row.official_code,
    status: DossierStatus.parse(row.status),
    supplement: SupplementState.nullable().parse(row.supplement),
    commune: row.commune,
    receivedAt: row.received_at,
    acceptedAt: row.accepted_at,
    dueAt: row.due_at,
    dueReason: z.array(DueReason).parse(row.due_reason ?? []),
    endedAt: row.ended_at,
    request:
      request === undefined
        ? null
        : { reason: request.reason, items: z.array(SupplementItem).parse(request.items) },
    lastWord: act.success ? act.data.act : null,
  };
}

export async function findPublicAccount(db: DbOrTrx, id: string): Promise<PublicAccountRow> {
  const row = await db
    .selectFrom('accounts')
    .select(['provisional_reference', 'state', 'commune', 'received_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    provisionalReference: row.provisional_reference,
    state: AccountState.parse(row.state),
    commune: row.commune,
    receivedAt: row.received_at,
  };
}
