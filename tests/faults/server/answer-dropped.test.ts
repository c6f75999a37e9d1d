import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

let server: TestApp;
let tablet: HeadlessTablet;
let dropping = false;

beforeEach(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  server.app.server.prependListener('request', (_request, response) => {
    if (!dropping) return;
    // All work is done when the first byte would leave; the line breaks just there.
    Object.assign(response, { writeHead: () => response.socket?.destroy() });
  });
});
afterEach(() => server.close());

const rows = async () =>
  (
    await server.deps.db
      .selectFrom('envelopes')
      .select(['id', 'digest', 'received_at'])
      .orderBy('id')
      .execute()
  ).map((row) => row);

it('an answer dropped after the commit: sent again, the same receipts come, and nothing twice', async () => {
  const { sealed } = await finishedAccount(tablet);
  const birth = await finishedBirth(tablet);
  dropping = true;
  await expect(tablet.sync([sealed, birth.sealed])).rejects.toThrow();
  dropping = false;
  const kept = await rows();
  expect(kept).toHaveLength(2);
  const { receipts } = await tablet.sync([sealed, birth.sealed]);
  expect(
    receipts.map(({ id, digest, receivedAt }) => ({ id, digest, received_at: new Date(receivedAt) })),
  ).toEqual([sealed.id, birth.sealed.id].map((id) => kept.find((row) => row.id === id)));
  expect(await rows()).toEqual(kept);
});

it('an upload whose last answer was dropped: HEAD shows it whole, and its receipt comes', async () => {
  const { sealed, photos } = await finishedAccount(tablet);
  const [photo] = photos;
  if (photo === undefined) throw new Error('no photo');
  await tablet.sync([sealed]);
  await tablet.createUpload(photo.sealed.id, photo.ciphertext.length);
  dropping = true;
  await expect(tablet.appendUpload(photo.sealed.id, 0, photo.ciphertext)).rejects.toThrow();
  dropping = false;
  const { headers } = await tablet.headUpload(photo.sealed.id);
  expect(headers.get('upload-offset')).toBe(String(photo.ciphertext.length));
  const { receipts } = await tablet.sync([], { asked: [photo] });
  expect(receipts).toHaveLength(1);
});

it('the same id with other content: the conflict is shown each time, and the first stays', async () => {
  const { submission, sealed } = await finishedAccount(tablet);
  await tablet.sync([sealed]);
  const kept = await rows();
  // Sealed again, even the same words are other bytes.
  const other = await tablet.seal(submission);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const { receipts, refusals } = await tablet.sync([other]);
    expect([receipts, refusals]).toEqual([
      [],
      [{ id: submission.id, of: 'envelope', digest: other.digest, reason: 'id-conflict' }],
    ]);
  }
  expect(await rows()).toEqual(kept);
});
