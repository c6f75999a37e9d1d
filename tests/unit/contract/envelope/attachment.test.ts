import { expect, it } from 'vitest';
import { openAttachment, sealAttachment } from '../../../../src/contract/envelope/attachment.ts';
import { sha256Base64url } from '../../../../src/contract/keys.ts';

const ID = '0190a1b2-0000-7000-8000-000000000001';
const OTHER_ID = '0190a1b2-0000-7000-8000-000000000002';
const PHOTO = new Uint8Array([1, 2, 3, 4, 5]);

it('gives the photo back for its key and id only', async () => {
  const { key, ciphertext, ...digests } = await sealAttachment(PHOTO, ID);
  expect(digests.plaintextDigest).toBe(await sha256Base64url(PHOTO));
  expect(digests.ciphertextDigest).toBe(await sha256Base64url(ciphertext));
  expect(await openAttachment(ciphertext, key, ID)).toEqual(PHOTO);
  expect(await openAttachment(ciphertext, key, OTHER_ID)).toBeUndefined();
  expect(await openAttachment(ciphertext, 'A'.repeat(43), ID)).toBeUndefined();
  expect(await openAttachment(ciphertext, 'not a key', ID)).toBeUndefined();
});

it('opens with no byte changed and at no shorter length', async () => {
  const { key, ciphertext } = await sealAttachment(PHOTO, ID);
  for (let at = 0; at < ciphertext.length; at++) {
    const changed = ciphertext.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await openAttachment(changed, key, ID)).toBeUndefined();
    expect(await openAttachment(ciphertext.slice(0, at), key, ID)).toBeUndefined();
  }
});

it('never uses a key twice', async () => {
  const [one, two] = [await sealAttachment(PHOTO, ID), await sealAttachment(PHOTO, ID)];
  expect(one.key).not.toBe(two.key);
  expect(one.ciphertextDigest).not.toBe(two.ciphertextDigest);
});
