import i18next from 'i18next';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProcedures } from '../../../src/client/procedures/procedures.ts';
import { randomBytes } from '../../../src/client/sync/browser-ports.ts';
import { fetchMissingProcedures } from '../../../src/client/sync/fetch-procedures.ts';
import { publishProcedure } from '../../../src/server/commands/publish-procedure.ts';
import { uploadProcedure } from '../../../src/server/commands/upload-procedure.ts';
import { withdrawProcedure } from '../../../src/server/commands/withdraw-procedure.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { type FieldTablet, fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague } from '../office/desk.ts';
import { makeWell } from '../procedures/made-up.ts';

let server: TestApp;
let by: Actor;
let tablet: FieldTablet;
beforeAll(async () => {
  // The app's own start asks for a page.
  await i18next.init({ lng: 'vi', resources: {} });
  server = await buildTestApp();
  const administrator = await addColleague(server.deps, { roles: ['administrator'] });
  by = { staffId: administrator.id, roles: ['administrator'], commune: '14956', department: null };
  const staff = await addColleague(server.deps, { roles: ['field'], withoutPassword: true });
  tablet = await fieldTablet(server, staff.id);
});
afterAll(() => server.close());

async function publish(content: object): Promise<void> {
  const kept = await uploadProcedure(server.deps, by, { content, note: '' });
  if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  const { id, version } = kept;
  const known = await server.deps.procedures.list(server.deps.db);
  const digest = known.find((one) => one.id === id && one.version === version)?.digest ?? '';
  const outcome = await publishProcedure(server.deps, by, { id, version, digest, from: '2026-11-23' });
  expect(outcome.kind).toBe('published');
}

/** A round with the office, and what the page does after it. */
async function sync(): Promise<void> {
  await tablet.keep();
  await fetchMissingProcedures({ storage: tablet.storage, origin: server.origin, fetch, randomBytes });
}

it('what the office publishes can be begun on a tablet after its next round, with no update of the app', async () => {
  const procedures = createProcedures({
    storage: tablet.storage,
    now: () => new Date('2026-11-23T02:00:00Z'),
    onBug: (error) => {
      throw error;
    },
  });
  await sync();
  expect(await procedures.current('village-well')).toBeUndefined();

  // What the screens know follows the disk a moment later.
  const begins = async (version: number) =>
    await expect.poll(async () => (await procedures.current('village-well'))?.version).toBe(version);
  await publish(makeWell());
  await sync();
  await begins(1);
  const line = (await procedures.offered('en')).find(({ id }) => id === 'village-well');
  expect(line).toMatchObject({ name: 'Digging a well', lifeEvents: ['land'], state: 'offered' });

  await publish(makeWell(2));
  await sync();
  await begins(2);
  expect(await procedures.find('village-well', 1)).toMatchObject({ kind: 'found' });

  await withdrawProcedure(server.deps, by, { id: 'village-well', version: 2, reason: 'Sai' });
  await sync();
  await begins(1);
  expect(await procedures.find('village-well', 2)).toMatchObject({ kind: 'found' });
});
