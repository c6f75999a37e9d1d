import { sql } from 'kysely';
import type { DbOrTrx, Trx } from './connection.ts';
import type { LanguagePackRow } from './rows.ts';

/** The newest published pack of each language, by tag. */
export async function listLanguagePacks(db: DbOrTrx): Promise<LanguagePackRow[]> {
  const rows = await db
    .selectFrom('language_packs')
    .distinctOn('language')
    .select(['language', 'version', 'digest', 'published_at'])
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at }));
}

/** The newest published pack of a language with its text. */
export async function findLanguagePack(
  db: DbOrTrx,
  language: string,
): Promise<(LanguagePackRow & { readonly json: string }) | undefined> {
  const row = await db
    .selectFrom('language_packs')
    .select(['language', 'version', 'digest', 'published_at', 'pack'])
    .where('language', '=', language)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { pack, published_at, ...rest } = row;
  return { ...rest, publishedAt: published_at, json: pack };
}

/** Nobody else publishes a language until the transaction ends. Readers go on. */
export async function holdLanguagePacks(trx: Trx): Promise<void> {
  await sql`lock table language_packs in share row exclusive mode`.execute(trx);
}

export async function insertLanguagePack(
  trx: Trx,
  pack: {
    readonly language: string;
    readonly version: number;
    readonly json: string;
    readonly digest: string;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await trx
    .insertInto('language_packs')
    .values({
      language: pack.language,
      version: pack.version,
      pack: pack.json,
      digest: pack.digest,
      published_at: pack.at,
      published_by: pack.by,
    })
    .execute();
}
