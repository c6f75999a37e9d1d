import { sql } from 'kysely';
import { DossierStatus } from '../../../domain/dossier/status.ts';
import type { DossierScope } from '../../policies/dossier.ts';
import type { DbOrTrx } from '../connection.ts';
import { inScope } from '../dossier-queries.ts';

/** How many dossiers of the scope stand in each status, from the counts that are kept; every status is named. */
export async function countDossiers(
  db: DbOrTrx,
  scope: DossierScope,
): Promise<Record<DossierStatus, number>> {
  let query = db.selectFrom('dossier_counts').select(['status', (eb) => eb.fn.sum<string>('n').as('n')]);
  if (scope.kind === 'commune' || scope.kind === 'department')
    query = query.where('commune', '=', scope.commune);
  if (scope.kind === 'department') query = query.where('held_by', '=', scope.department);
  const rows = await query.groupBy('status').execute();
  const kept = new Map(rows.map(({ status, n }) => [status, Number(n)]));
  const counts: Partial<Record<DossierStatus, number>> = {};
  for (const status of DossierStatus.options) counts[status] = kept.get(status) ?? 0;
  return counts as Record<DossierStatus, number>;
}

const COLUMNS = { procedure: 'procedure_id', village: 'village', tablet: 'device_id' } as const;

/** The different values among the dossiers of the scope: from one to the next in the index, whatever their number. */
async function distinct(db: DbOrTrx, scope: DossierScope, what: keyof typeof COLUMNS): Promise<string[]> {
  const column = sql.ref(`dossiers.${COLUMNS[what]}`);
  const own = inScope(scope);
  if (scope.kind !== 'commune') {
    // What one department holds is what it works on now: few.
    const { rows } = await sql<{ value: string }>`
      select distinct ${column} as value from dossiers where ${own} and ${column} is not null order by value`.execute(
      db,
    );
    return rows.map(({ value }) => value);
  }
  const { rows } = await sql<{ value: string }>`
    with recursive hop (value) as (
      (select ${column} from dossiers where ${own} and ${column} is not null order by ${column} limit 1)
      union all
      select (select ${column} from dossiers where ${own} and ${column} > hop.value order by ${column} limit 1)
      from hop where hop.value is not null
    )
    select value from hop where value is not null`.execute(db);
  return rows.map(({ value }) => value);
}

/** What each filter can be set to. */
export async function listQueueChoices(
  db: DbOrTrx,
  scope: DossierScope,
): Promise<{ procedures: string[]; villages: string[]; tablets: { id: string; name: string }[] }> {
  const [procedures, villages, tabletIds] = await Promise.all([
    distinct(db, scope, 'procedure'),
    distinct(db, scope, 'village'),
    distinct(db, scope, 'tablet'),
  ]);
  const tablets =
    tabletIds.length === 0
      ? []
      : await db
          .selectFrom('devices')
          .select(['id', 'name'])
          .where('id', 'in', tabletIds)
          .orderBy('name')
          .execute();
  const inVietnamese = new Intl.Collator('vi');
  return { procedures, villages: villages.sort(inVietnamese.compare), tablets };
}
