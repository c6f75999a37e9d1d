import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAttachment } from '../../../src/contract/envelope/attachment.ts';
import { sha256Base64url } from '../../../src/contract/keys.ts';
import type { HeadlessTablet, TakenPhoto } from '../../../src/server/demo/tablet.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

const ask = (photo: TakenPhoto) => tablet.sync([], { asked: [photo] });

async function firstPhoto() {
  const { sealed, photos } = await finishedBirth(tablet);
  const [photo] = photos;
  if (photo === undefined) throw new Error('no photo');
  return { sealed, photo };
}

describe('an attachment', () => {
  it('is receipted when whole and as its envelope names it, and opens to the same bytes', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    expect((await ask(photo)).awaited).toEqual([{ id: photo.sealed.id, offset: 0 }]);
    expect((await tablet.upload(photo)).status).toBe(204);
    const { receipts, awaited } = await ask(photo);
    expect([receipts.length, awaited]).toEqual([1, []]);
    const kept = await server.deps.attachments.read(photo.sealed.id);
    if (kept === undefined) throw new Error('nothing kept');
    const opened = await openAttachment(kept, photo.sealed.key, photo.sealed.id);
    if (opened === undefined) throw new Error('does not open');
    expect(await sha256Base64url(opened)).toBe(photo.sealed.plaintextDigest);
  });

  it('goes on where it broke off', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    const { id } = photo.sealed;
    await tablet.createUpload(id, photo.ciphertext.length);
    await tablet.appendUpload(id, 0, photo.ciphertext.slice(0, 7000));
    expect((await tablet.headUpload(id)).headers.get('upload-offset')).toBe('7000');
    expect((await ask(photo)).awaited).toEqual([{ id, offset: 7000 }]);
    expect((await tablet.appendUpload(id, 3000, photo.ciphertext.slice(3000))).status).toBe(409);
    expect((await tablet.appendUpload(id, 7000, photo.ciphertext.slice(7000))).status).toBe(204);
    expect((await ask(photo)).receipts).toHaveLength(1);
  });

  it('that is whole is never begun again', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    await tablet.upload(photo);
    const receipt = (await ask(photo)).receipts;
    expect((await tablet.createUpload(photo.sealed.id, 10)).status).toBe(409);
    expect(await server.deps.attachments.size(photo.sealed.id)).toBe(photo.ciphertext.length);
    expect((await ask(photo)).receipts).toEqual(receipt);
  });

  it('may come before its envelope', async () => {
    const { sealed, photo } = await firstPhoto();
    expect((await tablet.upload(photo)).status).toBe(204);
    const early = await ask(photo);
    expect([early.receipts, early.awaited]).toEqual([[], []]);
    await tablet.sync([sealed]);
    expect((await ask(photo)).receipts).toHaveLength(1);
  });

  it('with other bytes than its envelope names is thrown away, and the right ones can still come', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    const wrong = { ...photo, ciphertext: photo.ciphertext.slice().reverse() };
    expect((await tablet.upload(wrong)).status).toBe(409);
    expect((await ask(photo)).awaited).toEqual([{ id: photo.sealed.id, offset: 0 }]);
    expect((await tablet.upload(photo)).status).toBe(204);
    expect((await ask(photo)).receipts).toHaveLength(1);
  });

  it('whose last answer and row were lost in a crash is receipted at the next sync', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    await tablet.upload(photo);
    await server.deps.db
      .updateTable('attachments')
      .set({ state: 'awaited', stored_at: null, receipt: null })
      .where('id', '=', photo.sealed.id)
      .execute();
    expect((await ask(photo)).receipts).toHaveLength(1);
  });

  it('under an id that another submission named is a conflict', async () => {
    const { sealed, photo } = await firstPhoto();
    await tablet.sync([sealed]);
    const other = await finishedBirth(tablet);
    const { refusals } = await ask({
      ...photo,
      sealed: { ...photo.sealed, ciphertextDigest: 'A'.repeat(43) },
    });
    expect(refusals).toMatchObject([{ id: photo.sealed.id, of: 'attachment', reason: 'id-conflict' }]);
    const stolen = await tablet.seal({
      ...other.submission,
      attachments: [...other.submission.attachments, photo.sealed],
    });
    expect((await tablet.sync([stolen])).refusals).toMatchObject([{ of: 'envelope', reason: 'id-conflict' }]);
    expect((await tablet.sync([other.sealed])).receipts).toHaveLength(1);
  });

  it('larger than a photo can be is refused, and so is a name that is no id', async () => {
    const { photo } = await firstPhoto();
    expect((await tablet.createUpload(photo.sealed.id, 13 * 1024 * 1024)).status).toBe(413);
    expect((await tablet.createUpload('../../keys/x', 100)).status).toBe(400);
  });

  it('is neither readable nor removable by this road, and nobody unknown gets in', async () => {
    const { photo } = await firstPhoto();
    const address = `${server.origin}/api/files/${photo.sealed.id}`;
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(404);
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(401);
  });
});
