import { sql } from 'kysely';
import type { DbOrTrx } from '../connection.ts';

/** How far the journal is: each transaction that touches a dossier moves it. */
export interface JournalPlace {
  readonly change: string;
  readonly audit: string;
}

export async function findJournalPlace(db: DbOrTrx): Promise<JournalPlace> {
  const row = await db.selectFrom('journal').select(['last_change', 'last_audit']).executeTakeFirstOrThrow();
  return { change: row.last_change, audit: row.last_audit };
}

export interface TouchedDossier {
  readonly id: string;
  readonly commune: string;
  readonly heldBy: string | null;
}

const A_UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** The dossiers that the record or the tablets' feed names after one place up to another, as they are now. */
export async function listTouchedDossiers(
  db: DbOrTrx,
  after: JournalPlace,
  upTo: JournalPlace,
): Promise<TouchedDossier[]> {
  const { rows } = await sql<TouchedDossier>`
    with named as materialized (
      select subject as id from audit where seq > ${after.audit} and seq <= ${upTo.audit} and subject ~ ${A_UUID}
      union
      select body ->> 'submissionId' from changes
        where cursor > ${after.change} and cursor <= ${upTo.change} and body ->> 'kind' = 'dossier'
    )
    select id, commune, held_by as "heldBy" from dossiers where id in (select named.id::uuid from named)`.execute(
    db,
  );
  return rows;
}
