import { type Kysely, sql } from 'kysely';

/**
 * The whole life of a dossier. What it is now stands in its row so that lists need nothing else; how it came about stands in
 * `dossier_actions.detail`, which is never told to tablets.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table departments (
      id uuid primary key,
      commune text not null,
      name text not null,
      confirmed boolean not null,
      created_at timestamptz not null,
      unique (commune, name)
    );
    alter table staff add column department_id uuid references departments;

    alter table dossiers
      add column held_by uuid references departments,
      add column finance text not null default 'none' check (finance in ('none', 'asked', 'paid', 'cancelled', 'refunded')),
      add column papers text not null default 'none' check (papers in ('none', 'at-office', 'given-back')),
      add column supplement text check (supplement in ('proposed', 'asked', 'sent')),
      add column supplements_asked integer not null default 0,
      add column resumes_as text,
      add column paused_at timestamptz,
      add column ended_at timestamptz,
      -- Where it was filled in, by the tablet's word; where it is received is dossiers.commune; who decides may be a third.
      add column place_of_assistance text,
      add column competent_commune text;
    update dossiers set place_of_assistance = submission -> 'assistedBy' ->> 'commune';
    alter table dossiers alter column place_of_assistance set not null;
    create index dossiers_held_by on dossiers (held_by, status, received_at desc, id desc) where held_by is not null;

    alter table dossier_actions add column detail jsonb not null default '{}';
    update dossier_actions set detail = jsonb_build_object('act', jsonb_build_object('kind', 'accept'), 'officialCode', d.official_code, 'dueAt', d.due_at)
      from dossiers d where d.id = dossier_actions.dossier_id and dossier_actions.action = 'accepted';

    -- One row per request that went to the citizen; its id is that of the command and of the action.
    create table supplement_requests (
      id uuid primary key references dossier_actions,
      dossier_id uuid not null references dossiers,
      number integer not null,
      reason text not null,
      items jsonb not null,
      assigned_to uuid not null references staff,
      requested_at timestamptz not null,
      requested_by uuid not null references staff,
      arrived_at timestamptz,
      arrived_submission uuid references envelopes,
      ended_at timestamptz,
      unique (dossier_id, number)
    );
    create index supplement_requests_open on supplement_requests (assigned_to) where ended_at is null;
  `.execute(db);
}
