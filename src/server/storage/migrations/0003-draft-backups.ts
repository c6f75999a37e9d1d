import { type Kysely, sql } from 'kysely';

/**
 * Drafts that tablets gave into the office's keeping, and who handed one over to whom. One row per draft, tablet and staff
 * member: no tablet writes over what another one gave.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table draft_backups (
      id uuid not null,
      device_id uuid not null references devices,
      staff_id uuid not null references staff,
      commune text not null,
      procedure_id text not null,
      updated_at timestamptz not null,
      -- As it came, sealed to the server's key; null once the draft has ended: then nothing of it is kept.
      sealed bytea,
      received_at timestamptz not null,
      ended_at timestamptz,
      primary key (id, device_id, staff_id),
      check ((sealed is null) = (ended_at is not null))
    );
    create index draft_backups_staff on draft_backups (staff_id);
    create index draft_backups_commune on draft_backups (commune);
    -- No foreign key on the draft: it is on record who gave it to whom also when the draft itself has ended.
    create table draft_hand_overs (
      draft_id uuid not null,
      place integer not null,
      from_staff_id uuid not null references staff,
      to_staff_id uuid not null references staff,
      by_staff_id uuid not null references staff,
      at timestamptz not null,
      taken_at timestamptz,
      taken_by_device uuid references devices,
      primary key (draft_id, place)
    );
    create index draft_hand_overs_to on draft_hand_overs (to_staff_id);
  `.execute(db);
}
