import { type Kysely, sql } from 'kysely';

/**
 * What comes from the field beside new submissions: reports, and supplements to dossiers that are here. A dossier's row holds its
 * answers as they are now; `changes` keeps what they were before a supplement, so that an officer sees what it changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table envelopes drop constraint envelopes_kind_check;
    alter table envelopes add constraint envelopes_kind_check check (kind in ('account', 'dossier', 'report'));
    create table reports (
      id uuid primary key references envelopes,
      kind text not null check (kind in ('problem', 'visit')),
      report jsonb not null,
      staff_id uuid not null references staff,
      device_id uuid not null references devices,
      commune text not null,
      received_at timestamptz not null
    );
    create index reports_commune on reports (commune, received_at desc);
    create table supplements (
      id uuid primary key references envelopes,
      -- One request, one answer (I3).
      request_id uuid not null unique,
      dossier_id uuid not null references dossiers,
      submission jsonb not null,
      changes jsonb not null,
      staff_id uuid not null references staff,
      device_id uuid not null references devices,
      received_at timestamptz not null
    );
    create index supplements_dossier on supplements (dossier_id, received_at);
  `.execute(db);
}
