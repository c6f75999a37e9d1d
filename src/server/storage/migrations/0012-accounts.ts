import { type Kysely, sql } from 'kysely';

/**
 * The life of an account: what was done to it, into which it was merged, until when its code may be used; pairs that are
 * two people; wrong tries at the public pages; and what is asked beside a dossier's code when somebody looks it up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table accounts add column merged_into uuid references accounts;
    alter table accounts add column merged_from text check (merged_from in ('pending', 'active', 'suspended'));
    alter table accounts add column suspended_from text check (suspended_from in ('pending', 'active'));
    alter table accounts add constraint accounts_merged
      check ((state = 'merged') = (merged_into is not null) and (merged_into is null) = (merged_from is null)
        and merged_into is distinct from id);
    alter table accounts add column code_expires_at timestamptz;
    -- Codes given before there was a setting get its first value.
    update accounts set code_expires_at = received_at + interval '90 days';
    alter table accounts alter column code_expires_at set not null;
    create index accounts_merged_into on accounts (merged_into) where merged_into is not null;
    create index accounts_reference on accounts (provisional_reference);
    create index accounts_number on accounts (regexp_replace(national_id, '[[:space:].]', '', 'g'))
      where national_id is not null;
    create index accounts_name_year on accounts (name_folded, left(birth_date, 4));
    create table account_actions (
      id uuid primary key,
      account_id uuid not null references accounts,
      action text not null,
      at timestamptz not null,
      -- Null: the citizen, with the code of the slip.
      staff_id uuid references staff,
      detail jsonb not null
    );
    create index account_actions_account on account_actions (account_id, at);
    create table accounts_kept_apart (
      account_a uuid not null references accounts,
      account_b uuid not null references accounts,
      action_id uuid not null references account_actions,
      primary key (account_a, account_b),
      check (account_a < account_b)
    );
    create index accounts_kept_apart_b on accounts_kept_apart (account_b);
    -- Names are hashes: neither an address nor a code can be read here.
    create table public_tries (
      name text primary key,
      count integer not null,
      last_at timestamptz not null
    );
    create index public_tries_last on public_tries (last_at);
    -- The birth date that must be known beside the code: of the applicant, else of the owner; 1968, 1968-03 or 1968-03-09.
    alter table dossiers add column asked_birth_date text;
    update dossiers set asked_birth_date = (
      select concat_ws('-', born ->> 'year', lpad(born ->> 'month', 2, '0'), lpad(born ->> 'day', 2, '0'))
      from (select coalesce(a -> 'requester.birthDate', a -> ((a ->> 'requester.relation') || '.birthDate'),
          a -> 'person.birthDate', a -> 'owner.birthDate',
          a -> 'signer.birthDate', a -> 'user.birthDate', a -> 'groom.birthDate', a -> 'head.birthDate',
          a -> 'beneficiary.birthDate', a -> 'deceased.birthDate', a -> 'child.birthDate') as born
        from (select submission -> 'answers' as a) as answers) as found
      where jsonb_typeof(born) = 'object' and born ? 'year'
    );
    create index dossiers_reference on dossiers (provisional_reference);
  `.execute(db);
}
