import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import { migrate } from '../../../src/server/storage/migrate.ts';
import { verifyDossiers } from '../../../src/server/storage/verify-dossiers.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, addDossier, addTablet, type Browser, id, signedIn, type Tablet } from './desk.ts';

let office: TestApp;
let officer: Browser;
let tablet: Tablet;
beforeAll(async () => {
  office = await buildTestApp();
  office.setTime('2026-11-16T09:00:00+07:00');
  officer = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
  const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
});
afterAll(() => office.close());

const ask: DossierAct = { kind: 'request-payment', amount: 8000, forWhat: 'Lệ phí' };
const pay: DossierAct = { kind: 'confirm-payment', receiptNumber: '' };
const cancel: DossierAct = { kind: 'cancel-payment', reason: 'Nhầm' };
const refund: DossierAct = { kind: 'refund-payment', reason: 'Được miễn' };

/** `before`: what the rule of before made of the money; `now`: what stands after the migration. */
const lives = [
  { acts: [ask], before: 'asked', now: ['asked', false] },
  { acts: [ask, cancel], before: 'cancelled', now: ['cancelled', false] },
  { acts: [ask, pay], before: 'paid', now: ['paid', false] },
  { acts: [ask, pay, ask], before: 'asked', now: ['asked', true] },
  { acts: [ask, pay, ask, cancel], before: 'cancelled', now: ['paid', false] },
  { acts: [ask, pay, ask, cancel, ask], before: 'asked', now: ['asked', true] },
  { acts: [ask, pay, refund, ask, cancel], before: 'cancelled', now: ['cancelled', false] },
] as const;

it('an office of before learns which dossiers had been paid, and each row is what its record makes of it', async () => {
  const { db } = office.deps;
  const ids: string[] = [];
  let minute = 0;
  for (const { acts, before } of lives) {
    const { id: dossier } = await addDossier(office.deps, tablet);
    ids.push(dossier);
    const steps: readonly DossierAct[] = [{ kind: 'accept' }, ...acts];
    for (const [revision, act] of steps.entries()) {
      minute += 1;
      office.setTime(new Date(Date.parse('2026-11-16T02:00:00Z') + minute * 60_000).toISOString());
      const body = { commandId: id(), revision: revision + 1, act };
      expect((await officer.call('POST', `/api/office/dossiers/${dossier}/actions`, body)).status).toBe(200);
    }
    await db.updateTable('dossiers').set({ finance: before }).where('id', '=', dossier).execute();
  }
  await sql`alter table dossiers drop column paid_before`.execute(db);
  await sql`delete from kysely_migration where name = '0015-paid-before'`.execute(db);

  await migrate(db);

  const rows = await db.selectFrom('dossiers').select(['id', 'finance', 'paid_before']).execute();
  const found = ids.map((one) => rows.find((row) => row.id === one));
  expect(found.map((row) => [row?.finance, row?.paid_before])).toEqual(lives.map(({ now }) => now));
  expect((await verifyDossiers(db)).disagreements).toEqual([]);
});
