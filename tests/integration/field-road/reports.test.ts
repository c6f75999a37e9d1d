import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { sampleReport } from '../../support/seal/samples.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet } from '../../support/tablet/enrolled-tablet.ts';

/* What staff report takes the road of submissions: judged, kept once, receipted, on record. */

let server: TestApp;
let tablet: HeadlessTablet;
beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

async function reported(changes: Parameters<typeof sampleReport>[0] = {}) {
  const photo = await tablet.takePhoto('photo', crypto.getRandomValues(new Uint8Array(900)), 'image/jpeg');
  const report = sampleReport({
    id: v7(),
    assistedBy: tablet.assistedBy,
    attachments: [photo.sealed],
    ...changes,
  });
  return { report, photo, sealed: await tablet.sealReport(report) };
}
const kept = (id: string) => server.deps.db.selectFrom('reports').selectAll().where('id', '=', id).execute();

it('a problem with its photo is kept once, however often it comes', async () => {
  const { report, photo, sealed } = await reported();
  const first = await tablet.sync([sealed], { photos: [photo] });
  expect(first.receipts.map(({ of }) => of)).toEqual(['envelope', 'attachment']);
  const again = await tablet.sync([sealed]);
  expect(again.receipts).toEqual(first.receipts.slice(0, 1));
  expect(await kept(report.id)).toMatchObject([
    { kind: 'problem', report: { text: report.text }, staff_id: tablet.assistedBy.staffId, commune: '14956' },
  ]);
  expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
});

it('another report under the same id is a conflict, and the first stays', async () => {
  const { report, sealed } = await reported();
  await tablet.sync([sealed]);
  const other = await tablet.sealReport({ ...report, text: 'Khác.' });
  expect((await tablet.sync([other])).refusals).toMatchObject([{ id: report.id, reason: 'id-conflict' }]);
  expect(await kept(report.id)).toMatchObject([{ report: { text: report.text } }]);
});

it('one signed by somebody else than it says is not taken', async () => {
  const { report, sealed } = await reported({ assistedBy: { ...tablet.assistedBy, deviceId: v7() } });
  expect((await tablet.sync([sealed])).refusals).toMatchObject([{ reason: 'signature-invalid' }]);
  expect(await kept(report.id)).toEqual([]);
});

it.each([
  ['a character that is none', 'Cầu\u0000hỏng.'],
  ['half of one', 'Cầu hỏng \ud83d'],
])('one with %s is refused, and keeps back nothing that came with it', async (_, text) => {
  const [bad, good] = [await reported({ text }), await reported({ text: 'Đường \\u0000 sạt 😀.' })];
  const { receipts, refusals } = await tablet.sync([bad.sealed, good.sealed]);
  expect(refusals).toMatchObject([{ id: bad.report.id, reason: 'message-invalid' }]);
  expect(receipts.map(({ id }) => id)).toEqual([good.report.id]);
  expect(await kept(good.report.id)).toHaveLength(1);
});
