import { type Kysely, sql } from 'kysely';

/**
 * Mended submissions, items handed to the supervisor, and changes for every tablet. `replaced_submissions` says which
 * submission another one took the place of, so that the first cannot come in afterwards as a second dossier.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table replaced_submissions (
      -- Never kept here itself: no foreign key on purpose.
      id uuid primary key,
      replaced_by uuid not null references envelopes
    );
    create table handed_items (
      id uuid primary key,
      submission_id uuid not null,
      part text not null check (part in ('envelope', 'attachment', 'draft')),
      reason text not null,
      -- Empty where no bytes were handed over.
      digest text not null,
      sealed bytea,
      note text not null,
      state text not null check (state in ('waiting', 'taken-over', 'to-correct')),
      staff_id uuid not null references staff,
      device_id uuid not null references devices,
      commune text not null,
      handed_at timestamptz not null,
      closed_at timestamptz,
      closed_by uuid references staff,
      closing_note text,
      unique (submission_id, part, digest)
    );
    create index handed_items_commune on handed_items (commune, state, handed_at desc);
    -- Null: for every tablet.
    alter table changes alter column staff_id drop not null;
    create index changes_for_all on changes (cursor) where staff_id is null;
  `.execute(db);
}
