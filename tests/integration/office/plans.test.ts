import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DossierDetail } from '../../../src/contract/operations/office.ts';
import type { Db } from '../../../src/server/storage/connection.ts';
import { listLogbookRows } from '../../../src/server/storage/logbook-queries.ts';
import { addDossiers, type CrowdedOffice, openCrowdedOffice } from '../../support/office/crowded-office.ts';
import { explain, hotQueries } from '../../support/office/hot-queries.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { openBrowser } from './desk.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
let office: TestApp;
let crowd: CrowdedOffice;

beforeAll(async () => {
  office = await buildTestApp();
  crowd = await openCrowdedOffice(office.deps.db, 6, NOW);
  await addDossiers(office.deps.db, crowd, 20_000);
  // What PostgreSQL does by itself, now and then.
  await sql`vacuum analyze`.execute(office.deps.db);
}, 300_000);
afterAll(() => office.close());

it('no question of the queue reads a whole table of twenty thousand', async () => {
  const questions = Object.entries(hotQueries(crowd, NOW));
  expect(questions.length).toBeGreaterThan(10);
  for (const [name, ask] of questions) {
    const plans = await explain(office.database.connection, ask, { analyze: false });
    expect(plans.length, name).toBeGreaterThan(0);
    for (const { lines, statement } of plans) {
      const text = lines.join('\n');
      expect(text, `${name}: ${statement}`).not.toMatch(
        /Seq Scan on (dossiers|envelopes|attachments|dossier_actions)/,
      );
    }
  }
});

it('the made-up dossiers are such as the server shows and acts on', async () => {
  const browser = openBrowser(office.app);
  const { login, password } = crowd.officer;
  expect((await browser.call('POST', '/api/office/sign-in', { login, password })).status).toBe(200);
  const statuses = [
    'registered',
    'accepted',
    'in-progress',
    'payment-requested',
    'done',
    'returned',
    'refused',
  ];
  for (const status of statuses) {
    const row = await office.deps.db
      .selectFrom('dossiers')
      .select('id')
      .where('status', '=', status)
      .where('held_by', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow();
    const answer = await browser.call('GET', `/api/office/dossiers/${row.id}`);
    const dossier = DossierDetail.parse(answer.body);
    if (status !== 'registered') continue;
    const accepted = await browser.call('POST', `/api/office/dossiers/${row.id}/actions`, {
      commandId: crypto.randomUUID(),
      revision: dossier.revision,
      act: { kind: 'accept' },
    });
    expect(DossierDetail.parse(accepted.body).status).toBe('accepted');
  }
});

it('a page of a year of the logbook reads no whole table: a file of it is hundreds of them', async () => {
  await sql`delete from logbook`.execute(office.deps.db);
  await sql`insert into logbook (dossier_id, commune, book, number)
    select id, commune, year, row_number() over (partition by commune, year order by accepted_at)
    from (
      select id, commune, accepted_at,
        extract(year from accepted_at at time zone 'Asia/Ho_Chi_Minh')::int as year
      from dossiers where accepted_at is not null
    ) as accepted`.execute(office.deps.db);
  await sql`vacuum analyze logbook`.execute(office.deps.db);
  const year = {
    commune: crowd.commune,
    from: new Date('2025-12-31T17:00:00Z'),
    before: new Date('2026-12-31T17:00:00Z'),
  };
  const ask = (db: Db) => listLogbookRows(db, year, { book: 2026, number: 1000 }, 500);
  expect((await ask(office.deps.db)).map(({ number }) => number)).toEqual(
    Array.from({ length: 500 }, (_, place) => 1001 + place),
  );
  for (const { lines } of await explain(office.database.connection, ask, { analyze: false }))
    expect(lines.join('\n')).not.toMatch(/Seq Scan/);
});
