import { sql } from 'kysely';
import * as z from 'zod';
import { AccountState } from '../../contract/down/change.ts';
import { AccountActionKind, type AccountStanding } from '../../domain/account/actions.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import { AccountActionDetail, type AccountActionRow, type AccountHistoryRow } from './rows.ts';

/** An account as an action finds it. */
export interface AccountRecord {
  readonly id: string;
  readonly commune: string;
  readonly state: AccountState;
  readonly standing: AccountStanding;
  readonly revision: number;
  readonly provisionalReference: string;
  readonly codeHash: string;
  readonly codeExpiresAt: Date;
  /** Who registered it: their tablets are told. */
  readonly staffId: string;
  readonly receivedAt: Date;
}

const Standing = z.object({
  suspended_from: z.enum(['pending', 'active']).nullable(),
  merged_from: z.enum(['pending', 'active', 'suspended']).nullable(),
});

/** Takes the rows until commit, always in the same order: no two actions wait for each other in a circle. */
export async function lockAccounts(trx: Trx, ids: readonly string[]): Promise<readonly AccountRecord[]> {
  const rows = await trx
    .selectFrom('accounts')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => {
    const state = AccountState.parse(row.state);
    const { suspended_from, merged_from } = Standing.parse(row);
    return {
      id: row.id,
      commune: row.commune,
      state,
      standing: {
        state,
        suspendedFrom: suspended_from,
        mergedFrom: merged_from,
        mergedInto: row.merged_into,
      },
      revision: row.revision,
      provisionalReference: row.provisional_reference,
      codeHash: row.activation_code_hash,
      codeExpiresAt: row.code_expires_at,
      staffId: row.staff_id,
      receivedAt: row.received_at,
    };
  });
}

/** The account with this reference, locked; undefined where there is none. */
export async function lockAccountByReference(
  trx: Trx,
  reference: string,
): Promise<AccountRecord | undefined> {
  const row = await trx
    .selectFrom('accounts')
    .select('id')
    .where('provisional_reference', '=', reference)
    .orderBy('received_at')
    .executeTakeFirst();
  return row && (await lockAccounts(trx, [row.id]))[0];
}

/** The account as it stands from now on; its revision goes up. */
export async function saveStanding(trx: Trx, id: string, standing: AccountStanding): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((eb) => ({
      state: standing.state,
      suspended_from: standing.suspendedFrom,
      merged_from: standing.mergedFrom,
      merged_into: standing.mergedInto,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function saveCode(
  trx: Trx,
  id: string,
  code: { readonly hash: string; readonly expiresAt: Date },
): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ activation_code_hash: code.hash, code_expires_at: code.expiresAt })
    .where('id', '=', id)
    .execute();
}

export async function insertAccountAction(trx: Trx, action: AccountActionRow): Promise<void> {
  await trx
    .insertInto('account_actions')
    .values({
      id: action.id,
      account_id: action.accountId,
      action: action.action,
      at: action.at,
      staff_id: action.staffId,
      detail: JSON.stringify(action.detail),
    })
    .execute();
}

/** The action a command id already led to, on whatever account. */
export async function findAccountAction(trx: Trx, id: string): Promise<AccountActionRow | undefined> {
  const row = await trx.selectFrom('account_actions').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        id: row.id,
        accountId: row.account_id,
        action: AccountActionKind.parse(row.action),
        at: row.at,
        staffId: row.staff_id,
        detail: AccountActionDetail.parse(row.detail),
      };
}

/** Two accounts that are two people; said again, the last word stands. */
export async function keepAccountsApart(
  trx: Trx,
  pair: readonly [string, string],
  actionId: string,
): Promise<void> {
  const [account_a = '', account_b = ''] = [...pair].sort();
  await trx
    .insertInto('accounts_kept_apart')
    .values({ account_a, account_b, action_id: actionId })
    .onConflict((conflict) =>
      conflict.columns(['account_a', 'account_b']).doUpdateSet({ action_id: actionId }),
    )
    .execute();
}

/** Newest first: what was done to the account, and what made another one part of it or told it apart. */
export async function listAccountHistory(
  db: DbOrTrx,
  accountId: string,
): Promise<readonly AccountHistoryRow[]> {
  const rows = await db
    .selectFrom('account_actions')
    .leftJoin('staff', 'staff.id', 'account_actions.staff_id')
    .leftJoin('accounts as other', (join) =>
      join.on('other.id', '=', sql<string>`(account_actions.detail ->> 'other')::uuid`),
    )
    .selectAll('account_actions')
    .select(['staff.display_name', 'other.id as other_id', 'other.name', 'other.provisional_reference'])
    .where('account_actions.account_id', '=', accountId)
    .orderBy('account_actions.at', 'desc')
    .orderBy('account_actions.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    action: AccountActionKind.parse(row.action),
    at: row.at,
    staffId: row.staff_id,
    detail: AccountActionDetail.parse(row.detail),
    staffName: row.display_name,
    other:
      row.other_id === null || row.name === null || row.provisional_reference === null
        ? null
        : { id: row.other_id, name: row.name, provisionalReference: row.provisional_reference },
  }));
}
