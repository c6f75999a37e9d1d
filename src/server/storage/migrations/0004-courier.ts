import { type Kysely, sql } from 'kysely';

/**
 * A staff member at the office may bring what a tablet sealed, from a courier's file: then no tablet carried it. Exactly one
 * of the two stands on record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table envelopes alter column carried_by drop not null;
    alter table envelopes add column carried_by_staff uuid references staff;
    alter table envelopes add constraint envelopes_one_carrier
      check ((carried_by is null) <> (carried_by_staff is null));
    alter table uploads alter column device_id drop not null;
    alter table uploads add column staff_id uuid references staff;
    alter table uploads add constraint uploads_one_carrier check ((device_id is null) <> (staff_id is null));
  `.execute(db);
}
