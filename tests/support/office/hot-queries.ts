import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { queueDays } from '../../../src/server/queue-days.ts';
import type { Db } from '../../../src/server/storage/connection.ts';
import type { Database } from '../../../src/server/storage/database.ts';
import type { QueueAsked } from '../../../src/server/storage/queue/narrowed.ts';
import { countDossiers, listQueueChoices } from '../../../src/server/storage/queue/queue-facts.ts';
import { listQueueLines } from '../../../src/server/storage/queue/queue-lines.ts';
import type { CrowdedOffice } from './crowded-office.ts';

/** What officers ask for all day, through the very functions that the routes call. */
export function hotQueries(
  office: CrowdedOffice,
  now: Date,
): Readonly<Record<string, (db: Db) => Promise<unknown>>> {
  const scope = { kind: 'commune', commune: office.commune } as const;
  const village = office.villages[0] ?? '';
  const tablet = office.tablets[0]?.id ?? '';
  const asked = { scope, filter: {}, days: queueDays(now), after: undefined } satisfies QueueAsked;
  const page = { ...asked, search: undefined, limit: 51 };
  const old = {
    receivedAt: new Date(now.getTime() - 800 * 86_400_000),
    id: '00000000-0000-0000-0000-000000000000',
  };
  return {
    'the newest': (db) => listQueueLines(db, page),
    'one status': (db) => listQueueLines(db, { ...page, filter: { status: 'registered' } }),
    'far back': (db) => listQueueLines(db, { ...page, after: old }),
    'one village': (db) => listQueueLines(db, { ...page, filter: { village } }),
    'one tablet': (db) => listQueueLines(db, { ...page, filter: { tablet } }),
    late: (db) => listQueueLines(db, { ...page, filter: { due: 'late' } }),
    'a department has them': (db) => listQueueLines(db, { ...page, filter: { waiting: 'department' } }),
    'search: a common word': (db) => listQueueLines(db, { ...page, search: 'thị' }),
    'search: a rare name': (db) => listQueueLines(db, { ...page, search: 'cháng hường' }),
    'search: a code': (db) => listQueueLines(db, { ...page, search: 'H56-260101' }),
    'search: nobody': (db) => listQueueLines(db, { ...page, search: 'không có ai' }),
    'counts by status': (db) => countDossiers(db, scope),
    'what filters can be set to': (db) => listQueueChoices(db, scope),
  };
}

export interface Plan {
  /** As kysely wrote it. */
  readonly statement: string;
  /** One line each; with `analyze` also how many rows each step gave. */
  readonly lines: readonly string[];
}

/** Runs a question and explains each statement that it led to. The statements are those that storage wrote, not copies. */
export async function explain(
  connection: pg.PoolConfig,
  ask: (db: Db) => Promise<unknown>,
  options: { readonly analyze: boolean },
): Promise<Plan[]> {
  const heard: { readonly statement: string; readonly parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...connection, max: 2 }) }),
    log: ({ query }) => {
      heard.push({ statement: query.sql, parameters: query.parameters });
    },
  });
  try {
    await ask(db);
    const plans: Plan[] = [];
    for (const { statement, parameters } of [...heard]) {
      const how = options.analyze ? 'analyze, costs off, timing off, summary off, buffers off' : 'costs off';
      const query = { ...sql.raw(`explain (${how}) ${statement}`).compile(db), parameters };
      const { rows } = await db.executeQuery<{ 'QUERY PLAN': string }>(query);
      plans.push({ statement, lines: rows.map((row) => row['QUERY PLAN']) });
    }
    return plans;
  } finally {
    await db.destroy();
  }
}
