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

/**
 * The dossiers that the record or the tablets' feed names after one place up to another, as they are now; also by a photo
 * that has come, because they can be accepted once the last one is there.
 */
export async function listTouchedDossiers(
  db: DbOrTrx,
  after: JournalPlace,
  upTo: JournalPlace,
): Promise<TouchedDossier[]> {
  const { rows } = await sql<TouchedDossier>`
    with told as materialized (
      select action, subject from audit where seq > ${after.audit} and seq <= ${upTo.audit} and subject ~ ${A_UUID}
    ), named as materialized (
      select subject::uuid as id from told
      union
      select submission_id from attachments
        where id in (select subject::uuid from told where action = 'attachment-stored')
      union
      select (body ->> 'submissionId')::uuid from changes
        where cursor > ${after.change} and cursor <= ${upTo.change} and body ->> 'kind' = 'dossier'
    )
    select id, commune, held_by as "heldBy" from dossiers where id in (select named.id from named)`.execute(
    db,
  );
  return rows;
}
