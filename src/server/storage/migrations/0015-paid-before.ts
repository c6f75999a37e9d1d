import { type Kysely, sql } from 'kysely';

/**
 * A dossier may be asked for a payment after one was paid. What was paid stands while the next is asked for, and after it
 * is cancelled: before, cancelling the second hid the first, which could not be refunded any more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table dossiers add column paid_before boolean not null default false;
    with paid as (
      select dossier_id from (
        select distinct on (dossier_id) dossier_id, action
          from dossier_actions
         where action in ('payment-confirmed', 'payment-refunded')
         order by dossier_id, at desc, id desc
      ) as last
      where action = 'payment-confirmed'
    )
    update dossiers
       set paid_before = finance = 'asked',
           finance = case finance when 'cancelled' then 'paid' else finance end
     where finance in ('asked', 'cancelled') and id in (select dossier_id from paid);
  `.execute(db);
}
