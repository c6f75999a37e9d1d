import { type Kysely, sql } from 'kysely';

/**
 * Procedures that administrators uploaded, and what they said of those that ship with the program. A version that was ever
 * published stays: dossiers and drafts are pinned to it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table procedure_versions (
      id text not null,
      version integer not null check (version > 0),
      -- Canonical JSON as text: the digest is of these very bytes. Null for one that ships with the program.
      package text,
      digest text,
      state text not null check (state in ('draft', 'published', 'withdrawn')),
      -- From this day on new interviews begin with it.
      valid_from date,
      note text not null,
      uploaded_at timestamptz,
      uploaded_by uuid references staff,
      published_at timestamptz,
      published_by uuid references staff,
      withdrawn_at timestamptz,
      withdrawn_by uuid references staff,
      withdrawal_reason text,
      primary key (id, version),
      check ((package is null) = (digest is null)),
      check (package is not null or state = 'withdrawn'),
      check ((published_at is null) = (valid_from is null)),
      check (state <> 'draft' or published_at is null),
      check (state <> 'published' or published_at is not null),
      check ((state = 'withdrawn') = (withdrawn_at is not null))
    );
  `.execute(db);
}
