import { type Kysely, sql } from 'kysely';

/**
 * Papers that left the office, as the bytes that left it; their numbers, and the logbook's. What was accepted before is
 * entered in the book in the order in which it was accepted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table issued_papers (
      -- Id of the command that issued it.
      id uuid primary key,
      dossier_id uuid not null references dossiers,
      form text not null check (form in ('receipt', 'supplement', 'refusal', 'apology', 'stop', 'control')),
      -- The action that it tells of: the same paper is issued once.
      about uuid not null references dossier_actions,
      number text,
      issued_at timestamptz not null,
      issued_by uuid not null references staff,
      digest text not null,
      pdf bytea not null,
      unique (dossier_id, form, about)
    );
    create table paper_counters (
      commune text not null,
      series text not null,
      year integer not null,
      last integer not null,
      primary key (commune, series, year)
    );
    create table logbook (
      dossier_id uuid primary key references dossiers,
      commune text not null,
      book integer not null,
      number integer not null,
      unique (commune, book, number)
    );
    -- An archive takes along what the record says of one dossier.
    create index audit_subject on audit (subject);
    insert into logbook (dossier_id, commune, book, number)
      select id, commune, year, row_number() over (partition by commune, year order by accepted_at, id)
      from (
        select id, commune, accepted_at, extract(year from accepted_at at time zone 'Asia/Ho_Chi_Minh')::integer as year
        from dossiers where accepted_at is not null
      ) accepted;
    insert into paper_counters (commune, series, year, last)
      select commune, 'logbook', book, max(number) from logbook group by commune, book;
  `.execute(db);
}
