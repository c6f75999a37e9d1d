import { type Kysely, sql } from 'kysely';

/**
 * Everything the road from a tablet to a receipt needs. Facts that must hold are constraints here, not hopes in code:
 * one row per envelope id (I3), one official code per dossier, an audit row per link of the chain (I10).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table staff (
      id uuid primary key,
      login text not null unique,
      display_name text not null,
      roles text[] not null,
      commune text not null,
      password_hash text,
      must_change_password boolean not null default false,
      created_at timestamptz not null
    );
    create table sessions (
      token_hash bytea primary key,
      staff_id uuid not null references staff,
      created_at timestamptz not null,
      expires_at timestamptz not null
    );
    create table enrolment_codes (
      code_hash bytea primary key,
      staff_id uuid not null references staff,
      commune text not null,
      created_by uuid references staff,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_by_device uuid,
      used_signing_key text
    );
    create table devices (
      id uuid primary key,
      name text not null,
      public_key text not null,
      enrolled_at timestamptz not null,
      last_seen_at timestamptz,
      app_version text,
      revoked_at timestamptz
    );
    -- One row per signing key a staff member ever had on a tablet; old ones stay, so old envelopes verify.
    create table staff_keys (
      key_id text primary key,
      staff_id uuid not null references staff,
      device_id uuid not null references devices,
      public_key text not null,
      enrolled_at timestamptz not null,
      lease_until timestamptz not null
    );
    create index staff_keys_device on staff_keys (device_id);
    create table envelopes (
      id uuid primary key,
      digest text not null,
      kind text not null check (kind in ('account', 'dossier')),
      sealed bytea not null,
      signer_key_id text not null references staff_keys,
      carried_by uuid not null references devices,
      received_at timestamptz not null,
      receipt text not null
    );
    create table accounts (
      id uuid primary key references envelopes,
      procedure_id text not null,
      procedure_version integer not null,
      state text not null check (state in ('pending', 'active', 'suspended', 'merged')),
      submission jsonb not null,
      name text not null,
      name_folded text not null,
      birth_date text,
      national_id text,
      village text,
      commune text not null,
      provisional_reference text not null,
      activation_code_hash text not null,
      staff_id uuid not null references staff,
      received_at timestamptz not null,
      revision integer not null default 1
    );
    create index accounts_commune on accounts (commune, received_at desc);
    create table dossiers (
      id uuid primary key references envelopes,
      procedure_id text not null,
      procedure_version integer not null,
      case_id text,
      status text not null,
      submission jsonb not null,
      subject_name text not null,
      search_folded text not null,
      village text,
      commune text not null,
      provisional_reference text not null,
      -- The account may still be on its way: no foreign key on purpose.
      account_id uuid,
      staff_id uuid not null references staff,
      received_at timestamptz not null,
      official_code text unique,
      accepted_at timestamptz,
      accepted_by uuid references staff,
      due_at timestamptz,
      due_reason jsonb,
      revision integer not null default 1
    );
    create index dossiers_queue on dossiers (commune, status, received_at desc, id desc);
    create index dossiers_account on dossiers (account_id);
    create table dossier_actions (
      id uuid primary key,
      dossier_id uuid not null references dossiers,
      action text not null,
      at timestamptz not null,
      staff_id uuid not null references staff,
      device_id uuid references devices
    );
    create index dossier_actions_dossier on dossier_actions (dossier_id, at);
    create table attachments (
      id uuid primary key,
      submission_id uuid not null references envelopes,
      document text not null,
      media_type text not null,
      size integer not null,
      plaintext_digest text not null,
      ciphertext_digest text not null,
      key text not null,
      state text not null check (state in ('awaited', 'stored')),
      stored_at timestamptz,
      receipt text
    );
    create index attachments_submission on attachments (submission_id);
    -- Uploads that finished before their envelope came; matched when it does.
    create table uploads (
      id uuid primary key,
      ciphertext_digest text not null,
      size integer not null,
      device_id uuid not null references devices,
      finished_at timestamptz not null
    );
    create table code_counters (
      unit_code text not null,
      day date not null,
      last integer not null,
      primary key (unit_code, day)
    );
    -- Single row, locked by each writer until commit: the change feed and the audit chain have no gap and one order.
    create table journal (
      singleton boolean primary key default true check (singleton),
      last_change bigint not null,
      last_audit bigint not null,
      last_audit_hash text not null
    );
    insert into journal values (true, 0, 0, '');
    create table changes (
      cursor bigint primary key,
      staff_id uuid not null references staff,
      body jsonb not null
    );
    create index changes_staff on changes (staff_id, cursor);
    create table audit (
      seq bigint primary key,
      at timestamptz not null,
      staff_id uuid,
      device_id uuid,
      action text not null,
      subject text not null,
      detail jsonb not null,
      previous_hash text not null,
      hash text not null unique
    );
    create table settings (
      key text primary key,
      value jsonb not null,
      updated_at timestamptz not null
    );
  `.execute(db);
}
