import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signDetached } from '../../../../src/server/papers/sign/detached.ts';
import {
  isSigningKey,
  loadOfficeCertificate,
} from '../../../../src/server/papers/sign/office-certificate.ts';
import { verifyDetached } from '../../../../src/server/papers/sign/verify-detached.ts';
import { hasOpenssl, opensslVerifies } from '../../../support/pdf/openssl.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 've-ban-certificate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = new Date('2026-11-23T02:00:00Z');
const CONTENT = new Uint8Array(Buffer.from('Giấy tiếp nhận hồ sơ và hẹn trả kết quả'));
const load = (serial = [200, 1, 2]) => loadOfficeCertificate(undefined, folder, NOW, new Uint8Array(serial));

describe('the test certificate', () => {
  it('is made once, says that it is a test, and is for the server alone', async () => {
    const made = await load();
    const again = await load([7]);
    expect(again.fingerprint).toBe(made.fingerprint);
    expect(made).toMatchObject({ isTest: true, name: 'Về Bản – CHỨNG THƯ THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' });
    expect(statSync(join(folder, 'office-test-key.pem')).mode & 0o777).toBe(0o600);
    const certificate = new X509Certificate(made.chain);
    expect(certificate.checkPrivateKey(made.key)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
  });

  it('signs what this program and OpenSSL accept, and neither accepts another content', async () => {
    const certificate = await load();
    const signature = await signDetached(CONTENT, certificate, NOW);
    const other = CONTENT.slice();
    other[3] = 0;
    expect(await verifyDetached(signature, CONTENT)).toMatchObject({ kind: 'valid' });
    expect(await verifyDetached(signature, other)).toEqual({ kind: 'invalid' });
    expect(await verifyDetached(CONTENT, CONTENT)).toEqual({ kind: 'invalid' });
    if (!hasOpenssl) return;
    expect(opensslVerifies(signature, CONTENT, certificate.chain)).toBe(true);
    expect(opensslVerifies(signature, other, certificate.chain)).toBe(false);
  });
});

describe.skipIf(!hasOpenssl)('a certificate that the office brings', () => {
  it.each([
    ['RSA', ['rsa:3072']],
    ['P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
  ])('of kind %s signs in its own name', async (kind, newKey) => {
    const [key, cert] = [join(folder, `${kind}.key`), join(folder, `${kind}.pem`)];
    const subject = '/CN=UBND xã Pù Luông, tỉnh Thanh Hóa';
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-utf8',
        '-newkey',
        ...newKey,
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-subj',
        subject,
      ],
      { stdio: 'ignore' },
    );
    const pair = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
    const certificate = await loadOfficeCertificate(pair, folder, NOW, new Uint8Array([1]));
    expect(certificate).toMatchObject({ isTest: false, name: 'UBND xã Pù Luông, tỉnh Thanh Hóa' });
    const signature = await signDetached(CONTENT, certificate);
    expect(opensslVerifies(signature, CONTENT, certificate.chain)).toBe(true);
    expect(await verifyDetached(signature, CONTENT)).toMatchObject({ kind: 'valid' });
  });
});

it('knows the keys that it can sign with', () => {
  const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey;
  expect(isSigningKey(ec('P-256'))).toBe(true);
  expect(isSigningKey(ec('P-521'))).toBe(false);
  expect(isSigningKey(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)).toBe(false);
  expect(isSigningKey(generateKeyPairSync('ed25519').privateKey)).toBe(false);
});
