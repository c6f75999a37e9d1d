import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceCatalogue } from '../../../src/server/commands/announce-catalogue.ts';
import type { Db } from '../../../src/server/storage/connection.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { migrate } from '../../../src/server/storage/migrate.ts';
import type { TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { buildLanguageServer, openWorkshop } from './workshop.ts';

const NEW = ['language_packs', 'phrase_texts', 'voice_recordings', 'contributors', 'contributions'] as const;

let server: TestApp;
beforeAll(async () => {
  server = await buildLanguageServer();
});
afterAll(() => server.close());

/** Each table with all its rows as text. */
async function dump(db: Db): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(db);
  const dumped = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ all: string | null }>`
        select string_agg(t::text, E'\\n' order by t::text) as all from ${sql.table(name)} t`.execute(db);
      return [name, rows[0]?.all ?? ''] as const;
    }),
  );
  return Object.fromEntries(dumped);
}

it('a server of before, with its people and dossiers, gets languages and loses nothing', async () => {
  const { db } = server.deps;
  const tablet = await enrolledTablet(server);
  await announceCatalogue(server.deps);
  await tablet.sync([(await finishedAccount(tablet)).sealed, (await finishedBirth(tablet)).sealed]);
  // As migration 0007 left it: without what 0008 made.
  for (const table of NEW) await sql`drop table ${sql.table(table)}`.execute(db);
  await sql`delete from kysely_migration where name = '0008-languages'`.execute(db);
  const before = await dump(db);
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['dossiers', 'accounts', 'procedure_versions']));
  expect(before.dossiers).toContain('Hà Thị Mẫu');

  await migrate(db);

  const after = await dump(db);
  for (const table of NEW) expect(after[table]).toBe('');
  expect(after).toEqual({ ...before, ...Object.fromEntries(NEW.map((table) => [table, ''])) });
  expect(await verifyAuditChain(db)).toMatchObject({ kind: 'intact' });
  // Tablets have been told what there is, so they are told nothing.
  expect(await announceCatalogue(server.deps)).toBe('unchanged');
  const workshop = await openWorkshop(server);
  const speaker = await workshop.person();
  expect((await workshop.give(speaker, await workshop.voice(speaker.id))).refused).toEqual([]);
});
