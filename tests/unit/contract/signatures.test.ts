import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from '../../../src/contract/base64url.ts';
import { utf8 } from '../../../src/contract/bytes.ts';
import type { Receipt } from '../../../src/contract/down/receipt.ts';
import { signReceipt, verifyReceipt } from '../../../src/contract/down/receipt-token.ts';
import { enrolmentProof, verifyEnrolmentProof } from '../../../src/contract/enrolment-proof.ts';
import {
  exportPublicKey,
  generateKeyPair,
  importPublicKey,
  keyIdOf,
  type NamedKeyPair,
  rawPublicKeyOf,
} from '../../../src/contract/keys.ts';
import {
  makeNonce,
  signAnswer,
  signRequest,
  verifyAnswer,
  verifyRequest,
} from '../../../src/contract/request-signature.ts';

let key: NamedKeyPair;
let other: NamedKeyPair;
beforeAll(async () => {
  [key, other] = [await generateKeyPair('signing'), await generateKeyPair('signing')];
});

describe('base64url', () => {
  it('agrees with Node and has one spelling per value', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
    for (const text of ['A', 'AB', 'AA==', 'A+/A', 'AAAAA', 'é0'])
      expect(fromBase64url(text)).toBeUndefined();
  });
});

describe('public keys', () => {
  it('keep their id over the wire; what is no point of the curve is no key', async () => {
    const wire = await exportPublicKey(key.publicKey);
    expect((await importPublicKey(wire, 'signing'))?.id).toBe(key.id);
    expect(await keyIdOf(await rawPublicKeyOf(key.publicKey))).toMatch(/^[A-Za-z0-9_-]{11}$/);
    expect(await importPublicKey('A'.repeat(87), 'signing')).toBeUndefined();
    expect(await importPublicKey('not a key', 'sealing')).toBeUndefined();
  });
});

describe('a signed request', () => {
  const request = { method: 'POST', path: '/api/sync?x=1', body: utf8('{}'), nonce: 'n' };
  it('verifies as it was sent, and with nothing changed', async () => {
    const signature = await signRequest({ ...request, privateKey: key.privateKey });
    const verify = (change: object) =>
      verifyRequest({ ...request, signature, publicKey: key.publicKey, ...change });
    expect(await verify({})).toBe(true);
    const changes = [
      { method: 'PUT' },
      { path: '/api/sync' },
      { body: utf8('{ }') },
      { body: null },
      { nonce: 'm' },
      { publicKey: other.publicKey },
      { signature: '' },
      { signature: 'é' },
      { signature: signature.slice(2) },
    ];
    for (const change of changes) expect(await verify(change), Object.keys(change).join()).toBe(false);
  });

  it('is told apart from an answer, and an answer fits its own nonce only', async () => {
    const nonce = makeNonce((length) => crypto.getRandomValues(new Uint8Array(length)));
    expect(nonce).toHaveLength(22);
    const body = utf8('{"ok":true}');
    const signature = await signAnswer({ nonce, body, privateKey: key.privateKey });
    const { publicKey } = key;
    expect(await verifyAnswer({ nonce, body, signature, publicKey })).toBe(true);
    expect(await verifyAnswer({ nonce: 'other', body, signature, publicKey })).toBe(false);
    expect(await verifyAnswer({ nonce, body: utf8('{}'), signature, publicKey })).toBe(false);
    expect(await verifyRequest({ method: 'POST', path: '', body, nonce, signature, publicKey })).toBe(false);
  });
});

describe('an enrolment proof', () => {
  it('holds for its code, tablet and key', async () => {
    const proof = await enrolmentProof('ABCDE12345', 'device', key.privateKey);
    const of = { code: 'ABCDE12345', deviceId: 'device', publicKey: key.publicKey };
    expect(await verifyEnrolmentProof(proof, of)).toBe(true);
    for (const change of [{ code: 'ABCDE12346' }, { deviceId: 'x' }, { publicKey: other.publicKey }])
      expect(await verifyEnrolmentProof(proof, { ...of, ...change })).toBe(false);
  });
});

describe('a receipt', () => {
  const receipt: Receipt = {
    id: '0190a1b2-0000-7000-8000-000000000001',
    of: 'envelope',
    digest: 'A'.repeat(43),
    receivedAt: '2026-11-22T10:00:00+07:00',
  };
  const reasonOf = async (jws: string, by = key) => {
    const verdict = await verifyReceipt(jws, [by]);
    return verdict.kind === 'invalid' ? verdict.reason : 'valid';
  };
  const signed = (payload: string, header: object) =>
    new CompactSign(utf8(payload))
      .setProtectedHeader({ alg: 'ES256', typ: 've-ban-receipt', kid: key.id, ...header })
      .sign(key.privateKey);

  it('comes back as it was signed', async () => {
    expect(await verifyReceipt(await signReceipt(receipt, key), [key])).toEqual({ kind: 'valid', receipt });
  });

  it('may come from any key the tablet trusts, and counts for that one alone', async () => {
    const jws = await signReceipt(receipt, key);
    expect(await verifyReceipt(jws, [other, key])).toEqual({ kind: 'valid', receipt });
    expect(await verifyReceipt(jws, [])).toEqual({ kind: 'invalid', reason: 'other-key' });
  });

  it('is invalid with any character changed, from a stranger, or for something else', async () => {
    const jws = await signReceipt(receipt, key);
    for (let at = 0; at < jws.length; at++) {
      const changed = `${jws.slice(0, at)}${jws[at] === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`;
      // The last character of a signature carries two spare bits; jose reads them away, the bytes are the same.
      if (at < jws.length - 1) expect(await reasonOf(changed), `character ${at}`).not.toBe('valid');
    }
    expect(await reasonOf(jws, other)).toBe('other-key');
    expect(await reasonOf(jws, { ...other, id: key.id })).toBe('signature');
    expect(await reasonOf('<html>welcome to the hotel</html>')).toBe('malformed');
    expect(await reasonOf(await signed(JSON.stringify(receipt), { typ: 'JWT' }))).toBe('other-type');
    expect(await reasonOf(await signed(JSON.stringify(receipt), { kid: other.id }))).toBe('other-key');
    expect(await reasonOf(await signed('{}', {}))).toBe('payload');
    expect(await reasonOf(await signed('no json', {}))).toBe('payload');
  });
});
