import { type Kysely, sql } from 'kysely';

/**
 * Languages: who lends a voice, recordings with their sound, translations with their history, and what was published to the
 * tablets. `contributions` remembers each thing that a tablet gave, so that it is taken once however often it is sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contributions (
      id uuid primary key,
      -- Of the whole as it was sent: the same id with another digest is a conflict.
      digest text not null,
      device_id uuid not null references devices,
      received_at timestamptz not null
    );
    create table contributors (
      id uuid primary key references contributions,
      name text not null,
      village text not null,
      variety text not null,
      may_be_named boolean not null,
      consent_text_hash text not null,
      consent_language text not null,
      consent_given_at timestamptz not null,
      -- Who read the consent to them.
      staff_id uuid not null references staff
    );
    create table voice_recordings (
      id uuid primary key references contributions,
      language text not null,
      phrase text not null,
      -- The Vietnamese sentence that was spoken.
      source text not null,
      contributor_id uuid not null references contributors,
      media_type text not null check (media_type in ('audio/webm', 'audio/mp4')),
      seconds double precision not null,
      digest text not null,
      sound bytea not null,
      state text not null check (state in ('draft', 'checked', 'rejected')),
      recorded_at timestamptz not null,
      staff_id uuid not null references staff,
      checked_at timestamptz,
      checked_by_staff uuid references staff,
      -- Null where a member of staff checked it at the office.
      checked_by_contributor uuid references contributors,
      check ((state = 'draft') = (checked_at is null)),
      check ((checked_at is null) = (checked_by_staff is null))
    );
    create index voice_recordings_language on voice_recordings (language, phrase);
    create index voice_recordings_digest on voice_recordings (digest);
    create table phrase_texts (
      place bigint generated always as identity primary key,
      language text not null,
      phrase text not null,
      source text not null,
      -- Empty: the translation was taken away.
      body text not null,
      staff_id uuid not null references staff,
      -- Null where a member of staff wrote it at the office.
      contributor_id uuid references contributors,
      -- What was written last stands, the others are its history. Never later than it came in.
      written_at timestamptz not null,
      checked_at timestamptz,
      checked_by uuid references staff,
      check ((checked_at is null) = (checked_by is null)),
      check (checked_by is null or checked_by <> staff_id)
    );
    create index phrase_texts_newest on phrase_texts (language, phrase, written_at desc, place desc);
    create table language_packs (
      language text not null,
      version integer not null check (version > 0),
      -- Canonical JSON as text: the digest is of these very bytes.
      pack text not null,
      digest text not null,
      published_at timestamptz not null,
      published_by uuid not null references staff,
      primary key (language, version)
    );
  `.execute(db);
}
