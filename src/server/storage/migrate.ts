import { type Migration, Migrator, sql } from 'kysely';
import type { Db } from './connection.ts';
import { up as mainRoad } from './migrations/0001-main-road.ts';
import { up as draftBackups } from './migrations/0003-draft-backups.ts';
import { up as courier } from './migrations/0004-courier.ts';
import { up as handedItems } from './migrations/0005-handed-items.ts';
import { up as deviceHealth } from './migrations/0006-device-health.ts';
import { up as procedures } from './migrations/0007-procedures.ts';
import { up as languages } from './migrations/0008-languages.ts';
import { up as dossierLife } from './migrations/0009-dossier-life.ts';
import { up as fieldRoad } from './migrations/0010-field-road.ts';
import { up as visitsAndProblems } from './migrations/0011-visits-and-problems.ts';
import { up as accounts } from './migrations/0012-accounts.ts';
import { up as papers } from './migrations/0013-papers.ts';
import { up as officeQueue } from './migrations/0014-office-queue.ts';
import { up as paidBefore } from './migrations/0015-paid-before.ts';

/** Every step from an empty database to the present one, in order; a step that was released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-main-road': { up: mainRoad },
  '0003-draft-backups': { up: draftBackups },
  '0004-courier': { up: courier },
  '0005-handed-items': { up: handedItems },
  '0006-device-health': { up: deviceHealth },
  '0007-procedures': { up: procedures },
  '0008-languages': { up: languages },
  '0009-dossier-life': { up: dossierLife },
  '0010-field-road': { up: fieldRoad },
  '0011-visits-and-problems': { up: visitsAndProblems },
  '0012-accounts': { up: accounts },
  '0013-papers': { up: papers },
  '0014-office-queue': { up: officeQueue },
  '0015-paid-before': { up: paidBefore },
};

/**
 * Brings the database to the present shape. Several servers may start at once on one PostgreSQL: the migrator takes an
 * advisory lock, and each step commits whole or not at all.
 */
export async function migrate(db: Db): Promise<void> {
  // A step of a lower number may have been released later than one of a higher: each stands on its own.
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Major version of the PostgreSQL behind the pool. */
export async function majorVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  return Math.floor(Number(rows[0]?.server_version_num ?? 0) / 10_000);
}
