import { sql } from 'kysely';
import * as z from 'zod';
import type { DbOrTrx, Trx } from './connection.ts';
import type { ProcedureVersionRow } from './rows.ts';

const State = z.enum(['draft', 'published', 'withdrawn']);

/** Every version that an administrator uploaded or said something of, without the packages themselves. */
export async function listProcedureVersions(db: DbOrTrx): Promise<ProcedureVersionRow[]> {
  return (await joined(db).orderBy('procedure_versions.id').orderBy('version').execute()).map(toRow);
}

export async function findProcedureVersion(
  db: DbOrTrx,
  id: string,
  version: number,
): Promise<ProcedureVersionRow | undefined> {
  const row = await joined(db)
    .where('procedure_versions.id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && toRow(row);
}

/** The canonical text of an uploaded version. */
export async function findPackageText(db: DbOrTrx, id: string, version: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('procedure_versions')
    .select('package')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.package ?? undefined;
}

/**
 * Nobody else uploads, publishes or withdraws until the transaction ends: which version is the next depends on rows that
 * may not be there yet, which no row lock holds. Readers go on.
 */
export async function holdProcedureVersions(trx: Trx): Promise<void> {
  await sql`lock table procedure_versions in share row exclusive mode`.execute(trx);
}

/** Keeps an uploaded version as a draft, in the place of an earlier draft. False where that version is no draft any more. */
export async function saveDraftVersion(
  trx: Trx,
  draft: {
    readonly id: string;
    readonly version: number;
    readonly package: string;
    readonly digest: string;
    readonly note: string;
    readonly at: Date;
    readonly by: string;
  },
): Promise<boolean> {
  const { id, version, at, by, ...kept } = draft;
  const written = { ...kept, uploaded_at: at, uploaded_by: by };
  const saved = await trx
    .insertInto('procedure_versions')
    .values({ id, version, state: 'draft', ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['id', 'version'])
        .doUpdateSet(written)
        .where('procedure_versions.state', '=', 'draft'),
    )
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** A draft becomes what new interviews begin with from that day on. */
export async function markPublished(
  trx: Trx,
  one: {
    readonly id: string;
    readonly version: number;
    readonly from: string;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await trx
    .updateTable('procedure_versions')
    .set({ state: 'published', valid_from: one.from, published_at: one.at, published_by: one.by })
    .where('id', '=', one.id)
    .where('version', '=', one.version)
    .execute();
}

/** Also writes the row of a shipped version, of which nothing was said before. */
export async function markWithdrawn(
  trx: Trx,
  one: {
    readonly id: string;
    readonly version: number;
    readonly reason: string;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  const { id, version, reason, at, by } = one;
  const said = { state: 'withdrawn', withdrawn_at: at, withdrawn_by: by, withdrawal_reason: reason };
  await trx
    .insertInto('procedure_versions')
    .values({ id, version, note: '', ...said })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doUpdateSet(said))
    .execute();
}

export async function deleteDraftVersion(trx: Trx, id: string, version: number): Promise<void> {
  await trx
    .deleteFrom('procedure_versions')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute();
}

function joined(db: DbOrTrx) {
  return db
    .selectFrom('procedure_versions')
    .leftJoin('staff as uploader', 'uploader.id', 'procedure_versions.uploaded_by')
    .leftJoin('staff as publisher', 'publisher.id', 'procedure_versions.published_by')
    .leftJoin('staff as withdrawer', 'withdrawer.id', 'procedure_versions.withdrawn_by')
    .select([
      'procedure_versions.id',
      'version',
      'digest',
      'state',
      'valid_from',
      'note',
      'uploaded_at',
      'uploader.display_name as uploaded_by_name',
      'published_at',
      'publisher.display_name as published_by_name',
      'withdrawn_at',
      'withdrawer.display_name as withdrawn_by_name',
      'withdrawal_reason',
    ]);
}

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

function toRow(row: Joined): ProcedureVersionRow {
  const step = (at: Date | null, byName: string | null) => at && { at, byName: byName ?? '' };
  return {
    id: row.id,
    version: row.version,
    digest: row.digest,
    state: State.parse(row.state),
    from: row.valid_from,
    note: row.note,
    uploaded: step(row.uploaded_at, row.uploaded_by_name),
    published: step(row.published_at, row.published_by_name),
    withdrawn: step(row.withdrawn_at, row.withdrawn_by_name),
    withdrawalReason: row.withdrawal_reason,
  };
}
