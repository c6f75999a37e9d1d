import { AccountState } from '../../contract/down/change.ts';
import { Submission } from '../../contract/up/submission.ts';
import { foldText } from '../../domain/citizen/fold.ts';
import type { Scope } from '../policies/reach.ts';
import { listMergedAround } from './account-merges.ts';
import type { DbOrTrx } from './connection.ts';
import type { AccountLineRow, AccountRow } from './rows.ts';

/** The columns of an account that a list needs. */
export function accountLines(db: DbOrTrx) {
  return db
    .selectFrom('accounts')
    .innerJoin('staff', 'staff.id', 'accounts.staff_id')
    .select([
      'accounts.id',
      'accounts.name',
      'accounts.birth_date',
      'accounts.village',
      'accounts.commune',
      'accounts.state',
      'accounts.provisional_reference',
      'accounts.received_at',
      'staff.display_name',
    ]);
}

type RawLine = Awaited<ReturnType<ReturnType<typeof accountLines>['executeTakeFirstOrThrow']>>;

export function parseAccountLine(row: RawLine): AccountLineRow {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birth_date,
    village: row.village,
    commune: row.commune,
    state: AccountState.parse(row.state),
    provisionalReference: row.provisional_reference,
    receivedAt: row.received_at,
    staffName: row.display_name,
  };
}

/** Newest first, at most `limit`; `search` folds accents and matches the name or the TAM- reference. */
export async function listAccountLines(
  db: DbOrTrx,
  filter: { readonly scope: Scope; readonly search?: string | undefined; readonly limit: number },
): Promise<AccountLineRow[]> {
  if (filter.scope.kind === 'none') return [];
  let query = accountLines(db)
    .orderBy('accounts.received_at', 'desc')
    .orderBy('accounts.id', 'desc')
    .limit(filter.limit);
  if (filter.scope.kind === 'commune') query = query.where('accounts.commune', '=', filter.scope.commune);
  const search = filter.search?.trim() ?? '';
  if (search !== '') {
    query = query.where((eb) =>
      eb.or([
        eb('accounts.name_folded', 'like', contains(foldText(search))),
        eb('accounts.provisional_reference', 'like', contains(search.toUpperCase())),
      ]),
    );
  }
  return (await query.execute()).map(parseAccountLine);
}

/** A line with the number that is compared and not shown. */
export interface AccountToCompare {
  readonly line: AccountLineRow;
  readonly nationalId: string | null;
}

export async function findAccount(db: DbOrTrx, id: string): Promise<AccountRow | undefined> {
  const row = await accountLines(db)
    .innerJoin('envelopes', 'envelopes.id', 'accounts.id')
    .innerJoin('staff_keys', 'staff_keys.key_id', 'envelopes.signer_key_id')
    .innerJoin('devices', 'devices.id', 'staff_keys.device_id')
    .select([
      'accounts.procedure_id',
      'accounts.procedure_version',
      'accounts.submission',
      'accounts.revision',
      'accounts.code_expires_at',
      'devices.name as device_name',
    ])
    .where('accounts.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const above = await listMergedAround(db, id, 'above');
  return {
    ...parseAccountLine(row),
    procedureId: row.procedure_id,
    procedureVersion: row.procedure_version,
    submission: Submission.parse(row.submission),
    deviceName: row.device_name,
    revision: row.revision,
    codeExpiresAt: row.code_expires_at,
    mergedInto: above.at(-1) ?? null,
    merged: await listMergedAround(db, id, 'below'),
  };
}

/** A LIKE pattern that means these characters and no wildcard. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
