import { type Kysely, sql } from 'kysely';

/** What each tablet last said of itself; a history would tell where people were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table device_health (
      device_id uuid primary key references devices,
      heard_at timestamptz not null,
      health jsonb not null
    );
  `.execute(db);
}
