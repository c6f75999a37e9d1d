import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { announceCatalogue } from '../../../src/server/commands/announce-catalogue.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { appendChange } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet } from '../../support/tablet/enrolled-tablet.ts';

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

it('the catalogue is announced once to every tablet, by several servers at once, and again when a day ends a procedure', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => announceCatalogue(server.deps)));
  expect(outcomes.filter((outcome) => outcome === 'announced')).toHaveLength(1);
  const first = (await tablet.sync()).changes;
  expect(first).toMatchObject([{ kind: 'catalogue' }]);
  expect(first.flatMap((change) => (change.kind === 'catalogue' ? change.procedures : []))).toContainEqual({
    id: 'birth-registration',
    version: 1,
    state: 'current',
  });
  const other = await enrolledTablet(server);
  expect((await other.sync()).changes).toEqual(first);

  // The national code of the version in the catalogue ends on 2027-02-28.
  server.setTime('2027-03-01T02:00:00Z');
  expect(await announceCatalogue(server.deps)).toBe('announced');
  const states = (await tablet.sync()).changes.flatMap((change) =>
    change.kind === 'catalogue' ? change.procedures : [],
  );
  expect(states).toContainEqual({ id: 'birth-registration', version: 1, state: 'retired' });
  server.setTime('2026-11-23T02:00:00Z');
});

it('200 changes come in one answer of a few kilobytes, and what is more comes after', async () => {
  await tablet.sync();
  for (let batch = 0; batch < 5; batch++) {
    await inTransaction(server.deps.db, async (trx) => {
      for (let number = 0; number < 50; number++) {
        const at = new Date(
          Date.parse('2026-11-23T02:00:00Z') + (batch * 50 + number) * 61_000,
        ).toISOString();
        await appendChange(trx, tablet.enrolment.staff.id, {
          kind: 'dossier',
          submissionId: server.deps.random.id(),
          status: 'accepted',
          provisionalReference: `TAM-${String(1000 + number)}-7K2M-3`,
          officialCode: `000.00.00.H56-261123-${String(batch * 50 + number).padStart(4, '0')}`,
          receivedAt: at,
          acceptedAt: at,
          dueAt: at,
          dueDate: '2026-11-30',
        });
      }
    });
  }
  const { message, more, changes } = await tablet.sync();
  expect([changes.length, more]).toEqual([200, true]);
  const zipped = gzipSync(JSON.stringify(message)).length;
  // 16 random bytes of each id cannot be packed; the rest is mostly alike.
  console.info(`200 changes: ${JSON.stringify(message).length} bytes, ${zipped} gzipped`);
  expect(zipped).toBeLessThan(16_000);
  const rest = await tablet.sync();
  expect([rest.changes.length, rest.more]).toEqual([50, false]);
  expect((await tablet.sync()).changes).toEqual([]);
});
