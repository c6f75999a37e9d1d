import { afterAll, beforeAll, expect, it } from 'vitest';
import { UPLOAD_PATH } from '../../../src/contract/paths.ts';
import type { HeadlessTablet, TakenPhoto } from '../../../src/server/demo/tablet.ts';
import { openRawRequest } from '../../support/server/raw-request.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

/* What a line that breaks leaves of an upload, and how soon the next request may go on with it. */

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

async function aPhoto() {
  const { sealed, photos } = await finishedBirth(tablet);
  const [photo] = photos;
  if (photo === undefined) throw new Error('no photo');
  await tablet.sync([sealed]);
  return photo;
}

/** An upload that announces everything from `offset` on, by a line that the test can cut. */
async function begin({ sealed: { id }, ciphertext }: TakenPhoto, offset: number) {
  const isFirst = offset === 0;
  const path = isFirst ? UPLOAD_PATH : `${UPLOAD_PATH}/${id}`;
  const method = isFirst ? 'POST' : 'PATCH';
  const headers = {
    ...(await tablet.signUpload(method, path)),
    'content-type': 'application/offset+octet-stream',
    ...(isFirst
      ? {
          'upload-length': String(ciphertext.length),
          'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
        }
      : { 'upload-offset': String(offset) }),
  };
  const length = ciphertext.length - offset;
  return openRawRequest(server.origin, { method, path, headers, length });
}

async function arrived(photo: TakenPhoto, bytes: number): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await server.deps.attachments.size(photo.sealed.id)) < bytes) {
    if (Date.now() > until) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const offsetOf = async (photo: TakenPhoto) =>
  Number((await tablet.headUpload(photo.sealed.id)).headers.get('upload-offset'));

it('bytes that came with the creation, and with what followed, are kept where the line broke', async () => {
  const photo = await aPhoto();
  const { ciphertext } = photo;
  const creation = await begin(photo, 0);
  await creation.write(ciphertext.subarray(0, 5000));
  await arrived(photo, 5000);
  await creation.cut();
  expect(await offsetOf(photo)).toBe(5000);

  const more = await begin(photo, 5000);
  await more.write(ciphertext.subarray(5000, 12_000));
  await arrived(photo, 12_000);
  await more.cut();
  expect(await offsetOf(photo)).toBe(12_000);

  expect((await tablet.appendUpload(photo.sealed.id, 12_000, ciphertext.slice(12_000))).status).toBe(204);
  expect((await tablet.sync([], { asked: [photo] })).receipts).toHaveLength(1);
  expect(await server.deps.attachments.read(photo.sealed.id)).toEqual(ciphertext);
});

it('cut in the same moment, what is asked for next is what was kept, and arrives whole', async () => {
  const photo = await aPhoto();
  const { ciphertext } = photo;
  let at = 0;
  for (const until of [4000, 9000, 15_000]) {
    const request = await begin(photo, at);
    await request.write(ciphertext.subarray(at, until));
    await request.cut();
    // The first may be cut before it was created at all: then it is created anew.
    const head = await tablet.headUpload(photo.sealed.id);
    at = head.ok ? Number(head.headers.get('upload-offset')) : 0;
    expect(at).toBeLessThanOrEqual(until);
  }
  if (at === 0) await tablet.createUpload(photo.sealed.id, ciphertext.length);
  expect((await tablet.appendUpload(photo.sealed.id, at, ciphertext.slice(at))).status).toBe(204);
  expect((await tablet.sync([], { asked: [photo] })).receipts).toHaveLength(1);
});

it('a request whose line is dead without a word does not keep the next one waiting, and its bytes stay', async () => {
  /** How long it takes to go on after 7000 bytes; what this machine does besides is in both. */
  const goOn = async (photo: TakenPhoto) => {
    const began = performance.now();
    expect(await offsetOf(photo)).toBe(7000);
    const rest = photo.ciphertext.slice(7000);
    expect((await tablet.appendUpload(photo.sealed.id, 7000, rest)).status).toBe(204);
    return performance.now() - began;
  };
  const free = await aPhoto();
  await tablet.createUpload(free.sealed.id, free.ciphertext.length);
  await tablet.appendUpload(free.sealed.id, 0, free.ciphertext.slice(0, 7000));
  const usual = await goOn(free);

  const photo = await aPhoto();
  const silent = await begin(photo, 0);
  await silent.write(photo.ciphertext.subarray(0, 7000));
  await arrived(photo, 7000);
  expect(await goOn(photo)).toBeLessThan(usual + 2500);
  await silent.cut();
  expect((await tablet.sync([], { asked: [photo] })).receipts).toHaveLength(1);
});

it('what was begun is not begun again, so that nothing of it is lost', async () => {
  const photo = await aPhoto();
  const { ciphertext } = photo;
  const creation = await begin(photo, 0);
  await creation.write(ciphertext.subarray(0, 3000));
  await arrived(photo, 3000);
  await creation.cut();
  expect((await tablet.createUpload(photo.sealed.id, ciphertext.length)).status).toBe(409);
  expect(await offsetOf(photo)).toBe(3000);
});

it('created twice at the same moment, what the first brought is never emptied by the second', async () => {
  for (let round = 0; round < 12; round += 1) {
    const photo = await aPhoto();
    const { ciphertext } = photo;
    // Both are let in before either has brought a byte: each finds nothing there when it is asked.
    const first = await begin(photo, 0);
    const second = await begin(photo, 0);
    await Promise.all([first.write(ciphertext), second.write(ciphertext)]);
    await new Promise((resolve) => setTimeout(resolve, 30 * (round % 4)));
    await Promise.all([first.cut(), second.cut()]);
    // Whoever comes after them goes on from what is there, as a tablet does.
    const offset = await offsetOf(photo);
    if (offset < ciphertext.length)
      await tablet.appendUpload(photo.sealed.id, offset, ciphertext.slice(offset));
    expect((await tablet.sync([], { asked: [photo] })).receipts).toHaveLength(1);
    expect(await server.deps.attachments.read(photo.sealed.id)).toEqual(ciphertext);
  }
});
