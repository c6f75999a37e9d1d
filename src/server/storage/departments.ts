import type { DbOrTrx, Trx } from './connection.ts';

export interface DepartmentRow {
  readonly id: string;
  readonly commune: string;
  readonly name: string;
  readonly confirmed: boolean;
}

const columns = ['id', 'commune', 'name', 'confirmed'] as const;

export async function findDepartment(db: DbOrTrx, id: string): Promise<DepartmentRow | undefined> {
  return db.selectFrom('departments').select(columns).where('id', '=', id).executeTakeFirst();
}

/** By name, each with the names of its specialists. */
export async function listDepartments(
  db: DbOrTrx,
  commune: string,
): Promise<(DepartmentRow & { readonly specialists: string[] })[]> {
  const rows = await db
    .selectFrom('departments')
    .select(columns)
    .where('commune', '=', commune)
    .orderBy('name')
    .execute();
  const people = await db
    .selectFrom('staff')
    .select(['department_id', 'display_name'])
    .where('commune', '=', commune)
    .where('department_id', 'is not', null)
    .orderBy('display_name')
    .execute();
  return rows.map((row) => ({
    ...row,
    specialists: people.filter((one) => one.department_id === row.id).map((one) => one.display_name),
  }));
}

/** Adds it or writes its name anew; false where another of the commune is called so. */
export async function saveDepartment(trx: Trx, department: DepartmentRow, now: Date): Promise<boolean> {
  const { id, commune, name, confirmed } = department;
  const namesake = await trx
    .selectFrom('departments')
    .select('id')
    .where('commune', '=', commune)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (namesake !== undefined) return false;
  await trx
    .insertInto('departments')
    .values({ ...department, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, confirmed }))
    .execute();
  return true;
}
