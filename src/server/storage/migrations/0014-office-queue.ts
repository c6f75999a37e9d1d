import { type Kysely, sql } from 'kysely';

/**
 * What a queue of a hundred thousand dossiers needs (docs/decisions/0034): words to search by, the tablet on the row, an order
 * for each filter, counts that are kept and not counted, and the filters that officers save.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The words of the name, and each code from each of its parts to its end without dots and dashes: what is typed begins one.
    create function dossier_search_words(folded text, reference text, code text) returns tsvector
      language sql immutable parallel safe as $$
        select array_to_tsvector(array(
          select distinct word from (
            select unnest(string_to_array(folded, ' ')) as word
            union all
            select array_to_string(parts[place:], '')
              from (values
                (regexp_split_to_array(lower(reference), '[^0-9a-z]+')),
                (regexp_split_to_array(lower(coalesce(code, '')), '[^0-9a-z]+'))
              ) as codes (parts), generate_subscripts(parts, 1) as place
          ) as words
          where word <> ''
        ))
      $$;
    alter table dossiers
      add column search_words tsvector not null
        generated always as (dossier_search_words(search_folded, provisional_reference, official_code)) stored,
      add column device_id uuid generated always as ((submission #>> '{assistedBy,deviceId}')::uuid) stored;
    create index dossiers_words on dossiers using gin (search_words) with (fastupdate = off);
    create index dossiers_newest on dossiers (commune, received_at desc, id desc);
    create index dossiers_village on dossiers (commune, village, received_at desc, id desc);
    create index dossiers_procedure on dossiers (commune, procedure_id, received_at desc, id desc);
    create index dossiers_tablet on dossiers (commune, device_id, received_at desc, id desc);
    create index dossiers_held_newest on dossiers (held_by, received_at desc, id desc) where held_by is not null;
    create index dossiers_due on dossiers (commune, due_at) where status in ('accepted', 'in-progress');

    create table dossier_counts (
      commune text not null,
      -- As in dossiers: null is the one-stop office.
      held_by uuid,
      status text not null,
      n bigint not null,
      unique nulls not distinct (commune, held_by, status)
    );
    -- Rows are taken in one order, so that two writers never wait for each other in a circle.
    create function keep_dossier_counts() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          insert into dossier_counts as kept (commune, held_by, status, n)
            select commune, held_by, status, count(*) from newer group by commune, held_by, status order by commune, held_by, status
            on conflict (commune, held_by, status) do update set n = kept.n + excluded.n;
        elsif tg_op = 'UPDATE' then
          insert into dossier_counts as kept (commune, held_by, status, n)
            select commune, held_by, status, sum(one) from (
              select commune, held_by, status, 1 as one from newer
              union all
              select commune, held_by, status, -1 from older
            ) as moved
            group by commune, held_by, status having sum(one) <> 0 order by commune, held_by, status
            on conflict (commune, held_by, status) do update set n = kept.n + excluded.n;
        else
          insert into dossier_counts as kept (commune, held_by, status, n)
            select commune, held_by, status, -count(*) from older group by commune, held_by, status order by commune, held_by, status
            on conflict (commune, held_by, status) do update set n = kept.n + excluded.n;
        end if;
        return null;
      end
    $$;
    create trigger dossiers_counted_in after insert on dossiers
      referencing new table as newer for each statement execute function keep_dossier_counts();
    create trigger dossiers_counted_over after update on dossiers
      referencing old table as older new table as newer for each statement execute function keep_dossier_counts();
    create trigger dossiers_counted_out after delete on dossiers
      referencing old table as older for each statement execute function keep_dossier_counts();
    insert into dossier_counts select commune, held_by, status, count(*) from dossiers group by commune, held_by, status;

    create table saved_filters (
      id uuid primary key,
      staff_id uuid not null references staff,
      name text not null,
      filter jsonb not null,
      unique (staff_id, name)
    );
  `.execute(db);
}
