import { sql } from 'kysely';
import * as z from 'zod';
import { Role } from '../../contract/operations/office.ts';
import type { Scope } from '../policies/reach.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { StaffRow, StaffWithDevicesRow } from './rows.ts';

const Roles = z.array(Role);

const columns = [
  'staff.id',
  'staff.login',
  'staff.display_name',
  'staff.roles',
  'staff.commune',
  'staff.password_hash',
  'staff.must_change_password',
  'departments.id as department_id',
  'departments.name as department_name',
] as const;

interface Raw {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
  readonly roles: string[];
  readonly commune: string;
  readonly password_hash: string | null;
  readonly must_change_password: boolean;
  readonly department_id: string | null;
  readonly department_name: string | null;
}

function parse(row: Raw): StaffRow {
  return {
    id: row.id,
    login: row.login,
    displayName: row.display_name,
    roles: Roles.parse(row.roles),
    commune: row.commune,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    department:
      row.department_id === null ? null : { id: row.department_id, name: row.department_name ?? '' },
  };
}

function people(db: DbOrTrx) {
  return db.selectFrom('staff').leftJoin('departments', 'departments.id', 'staff.department_id');
}

export async function findStaffByLogin(db: DbOrTrx, login: string): Promise<StaffRow | undefined> {
  const row = await people(db).select(columns).where('login', '=', login.toLowerCase()).executeTakeFirst();
  return row === undefined ? undefined : parse(row);
}

export async function findStaffById(db: DbOrTrx, id: string): Promise<StaffRow | undefined> {
  const row = await people(db).select(columns).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : parse(row);
}

/** By name; `devices` counts the tablets that are not revoked. */
export async function listStaff(db: DbOrTrx, scope: Scope): Promise<StaffWithDevicesRow[]> {
  if (scope.kind === 'none') return [];
  const query = people(db)
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('staff_keys')
        .innerJoin('devices', 'devices.id', 'staff_keys.device_id')
        .whereRef('staff_keys.staff_id', '=', 'staff.id')
        .where('devices.revoked_at', 'is', null)
        .select((count) => count.fn.count<string>('devices.id').distinct().as('n'))
        .as('devices'),
    )
    .orderBy('staff.display_name')
    .orderBy('staff.id');
  const rows = await (scope.kind === 'commune'
    ? query.where('staff.commune', '=', scope.commune)
    : query
  ).execute();
  return rows.map((row) => ({ ...parse(row), devices: Number(row.devices ?? 0) }));
}

/** False when the id or the login is already taken. */
export async function insertStaff(trx: Trx, staff: StaffRow, createdAt: Date): Promise<boolean> {
  const inserted = await trx
    .insertInto('staff')
    .values({
      id: staff.id,
      login: staff.login,
      display_name: staff.displayName,
      roles: staff.roles,
      commune: staff.commune,
      password_hash: staff.passwordHash,
      must_change_password: staff.mustChangePassword,
      created_at: createdAt,
      department_id: staff.department?.id ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Sets a password the person chose: the duty to change it ends. */
export async function setChosenPassword(trx: Trx, staffId: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ password_hash: passwordHash, must_change_password: false })
    .where('id', '=', staffId)
    .execute();
}

/** Sets a password that the person has not chosen: they must change it. */
export async function setOneTimePassword(trx: Trx, staffId: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ password_hash: passwordHash, must_change_password: true })
    .where('id', '=', staffId)
    .execute();
}

/** A new one-time password in the place of one that was never used. */
export async function replaceOneTimePassword(trx: Trx, staffId: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('staff')
    .set({ password_hash: passwordHash })
    .where('id', '=', staffId)
    .where('must_change_password', '=', true)
    .execute();
}

/** Writes what somebody does, and their password where one is named. */
export async function updateWork(
  trx: Trx,
  staffId: string,
  work: Pick<StaffRow, 'roles' | 'department'> &
    Partial<Pick<StaffRow, 'passwordHash' | 'mustChangePassword'>>,
): Promise<void> {
  await trx
    .updateTable('staff')
    .set({
      roles: work.roles,
      department_id: work.department?.id ?? null,
      ...(work.passwordHash !== undefined && { password_hash: work.passwordHash }),
      ...(work.mustChangePassword !== undefined && { must_change_password: work.mustChangePassword }),
    })
    .where('id', '=', staffId)
    .execute();
}

/** Whether a tablet that is not revoked has a key of theirs. */
export async function hasTablets(db: DbOrTrx, staffId: string): Promise<boolean> {
  const one = await db
    .selectFrom('staff_keys')
    .innerJoin('devices', 'devices.id', 'staff_keys.device_id')
    .select('devices.id')
    .where('staff_keys.staff_id', '=', staffId)
    .where('devices.revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

/** Who goes to the villages for this commune, by name. */
export async function listFieldStaff(
  db: DbOrTrx,
  commune: string,
): Promise<{ id: string; displayName: string }[]> {
  return db
    .selectFrom('staff')
    .select(['id', 'display_name as displayName'])
    .where('commune', '=', commune)
    .where(sql<boolean>`'field' = any(roles)`)
    .orderBy('display_name')
    .execute();
}
