import { createHash } from 'node:crypto';
import { PaperForm } from '../../contract/operations/papers.ts';
import type { DbOrTrx, Trx } from './connection.ts';
import type { PaperRow } from './rows.ts';

function papers(db: DbOrTrx) {
  return db
    .selectFrom('issued_papers')
    .innerJoin('staff', 'staff.id', 'issued_papers.issued_by')
    .select([
      'issued_papers.id',
      'issued_papers.dossier_id',
      'issued_papers.form',
      'issued_papers.about',
      'issued_papers.number',
      'issued_papers.issued_at',
      'staff.display_name',
    ]);
}

type Raw = Awaited<ReturnType<ReturnType<typeof papers>['executeTakeFirstOrThrow']>>;

function parse(row: Raw): PaperRow {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    form: PaperForm.parse(row.form),
    about: row.about,
    number: row.number,
    issuedAt: row.issued_at,
    byName: row.display_name,
  };
}

/** Papers of a dossier, oldest first. */
export async function listPapersOf(db: DbOrTrx, dossierId: string): Promise<PaperRow[]> {
  const rows = await papers(db)
    .where('issued_papers.dossier_id', '=', dossierId)
    .orderBy('issued_papers.issued_at')
    .orderBy('issued_papers.id')
    .execute();
  return rows.map(parse);
}

/** The paper of this form that tells of this action. */
export async function findPaperAbout(
  db: DbOrTrx,
  asked: { readonly dossierId: string; readonly form: PaperForm; readonly about: string },
): Promise<PaperRow | undefined> {
  const row = await papers(db)
    .where('issued_papers.dossier_id', '=', asked.dossierId)
    .where('issued_papers.form', '=', asked.form)
    .where('issued_papers.about', '=', asked.about)
    .executeTakeFirst();
  return row && parse(row);
}

export async function findPaper(db: DbOrTrx, id: string): Promise<PaperRow | undefined> {
  const row = await papers(db).where('issued_papers.id', '=', id).executeTakeFirst();
  return row && parse(row);
}

/**
 * The bytes as they left the office; undefined when there is no such paper.
 * @throws where the bytes are not those that were signed: a broken disk.
 */
export async function readPaper(db: DbOrTrx, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db
    .selectFrom('issued_papers')
    .select(['pdf', 'digest'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (digestOf(row.pdf) !== row.digest) throw new Error(`paper ${id} is not as it was issued`);
  return new Uint8Array(row.pdf);
}

/** Keeps an issued paper; answers the SHA-256 (hex) of its bytes, for the record. */
export async function insertPaper(
  trx: Trx,
  paper: Omit<PaperRow, 'byName'> & { readonly by: string; readonly pdf: Uint8Array },
): Promise<string> {
  const digest = digestOf(paper.pdf);
  await trx
    .insertInto('issued_papers')
    .values({
      id: paper.id,
      dossier_id: paper.dossierId,
      form: paper.form,
      about: paper.about,
      number: paper.number,
      issued_at: paper.issuedAt,
      issued_by: paper.by,
      digest,
      pdf: Buffer.from(paper.pdf),
    })
    .execute();
  return digest;
}

/**
 * Next number of a series in a commune and year, from 1. The row stays locked until commit: no number twice, and a
 * transaction that fails leaves no gap.
 */
export async function takePaperNumber(
  trx: Trx,
  counter: { readonly commune: string; readonly series: string; readonly year: number },
): Promise<number> {
  const row = await trx
    .insertInto('paper_counters')
    .values({ ...counter, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['commune', 'series', 'year'])
        .doUpdateSet((eb) => ({ last: eb('paper_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** SHA-256, hex. */
function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
