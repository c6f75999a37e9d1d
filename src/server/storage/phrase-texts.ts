import { sql } from 'kysely';
import type { DbOrTrx, Trx } from './connection.ts';
import type { PhraseTextRow } from './rows.ts';

export interface NewPhraseText {
  readonly language: string;
  readonly phrase: string;
  readonly of: string;
  /** Empty takes the translation away. */
  readonly text: string;
  readonly staffId: string;
  readonly contributorId: string | null;
  readonly writtenAt: Date;
}

/** Nobody else writes a translation until the transaction ends: what stands decides what may follow. Readers go on. */
export async function holdPhraseTexts(trx: Trx): Promise<void> {
  await sql`lock table phrase_texts in share row exclusive mode`.execute(trx);
}

/** What was written last of a phrase stands, whenever it came in; the rest is its history. */
export async function insertPhraseTexts(trx: Trx, texts: readonly NewPhraseText[]): Promise<void> {
  if (texts.length === 0) return;
  await trx
    .insertInto('phrase_texts')
    .values(
      texts.map((one) => ({
        language: one.language,
        phrase: one.phrase,
        source: one.of,
        body: one.text,
        staff_id: one.staffId,
        contributor_id: one.contributorId,
        written_at: one.writtenAt,
      })),
    )
    .execute();
}

/** What stands in a language, by phrase. */
export async function listPhraseTexts(db: DbOrTrx, language: string): Promise<PhraseTextRow[]> {
  return (await standing(db, language).execute()).flatMap(toRow);
}

export async function findPhraseText(
  db: DbOrTrx,
  language: string,
  phrase: string,
): Promise<PhraseTextRow | undefined> {
  return (await standing(db, language).where('phrase', '=', phrase).execute()).flatMap(toRow)[0];
}

/** A second person's word on what stands. */
export async function markTextChecked(
  trx: Trx,
  one: { readonly language: string; readonly phrase: string; readonly at: Date; readonly staffId: string },
): Promise<void> {
  await trx
    .updateTable('phrase_texts')
    .set({ checked_at: one.at, checked_by: one.staffId })
    .where('place', '=', (eb) =>
      eb
        .selectFrom('phrase_texts')
        .select('place')
        .where('language', '=', one.language)
        .where('phrase', '=', one.phrase)
        .orderBy('written_at', 'desc')
        .orderBy('place', 'desc')
        .limit(1),
    )
    .execute();
}

function standing(db: DbOrTrx, language: string) {
  return db
    .selectFrom('phrase_texts')
    .innerJoin('staff as writer', 'writer.id', 'phrase_texts.staff_id')
    .leftJoin('contributors as lender', 'lender.id', 'phrase_texts.contributor_id')
    .leftJoin('staff as checker', 'checker.id', 'phrase_texts.checked_by')
    .distinctOn('phrase')
    .select([
      'phrase',
      'source',
      'body',
      'phrase_texts.staff_id',
      'writer.display_name as writer_name',
      'lender.name as lender_name',
      'lender.may_be_named',
      'checked_at',
      'checker.display_name as checker_name',
    ])
    .where('language', '=', language)
    .orderBy('phrase')
    .orderBy('written_at', 'desc')
    .orderBy('place', 'desc');
}

type Standing = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];

/** Nothing for one that was taken away. */
function toRow(row: Standing): PhraseTextRow[] {
  if (row.body === '') return [];
  return [
    {
      phrase: row.phrase,
      of: row.source,
      text: row.body,
      staffId: row.staff_id,
      staffName: row.writer_name,
      lender:
        row.lender_name === null ? null : { name: row.lender_name, mayBeNamed: row.may_be_named === true },
      checked: row.checked_at && { at: row.checked_at, staffName: row.checker_name ?? '', lender: null },
    },
  ];
}
