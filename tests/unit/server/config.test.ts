import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { makeTestCertificate } from '../../../src/server/papers/sign/make-test-certificate.ts';

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toMatchObject({
      kind: 'valid',
      config: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        commune: '14956',
        demo: false,
      },
    });
  });

  it('treats an empty variable as not set, and drops a slash at the end of an address', () => {
    const read = readConfig({ PORT: '', DATABASE_URL: '', PUBLIC_URL: 'https://mot-cua.example.vn/' });
    expect(read).toMatchObject({
      config: { port: 3000, databaseUrl: undefined, publicUrl: 'https://mot-cua.example.vn' },
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['PUBLIC_URL', 'mot-cua.example.vn'],
    ['PUBLIC_URL', 'https://example.vn/path'],
    ['TLS_CERT', '/nonexistent/cert.pem'],
    ['TLS_KEY', '/nonexistent/key.pem'],
    ['PAPER_CERT', '/nonexistent/cert.pem'],
    ['PAPER_KEY', '/nonexistent/key.pem'],
    ['COMMUNE', '1'],
    ['DEMO', 'yes'],
  ])('with %s=%s names that variable', (name, value) => {
    const other = name.replace('_CERT', '_KEY');
    const partner = name.endsWith('_CERT')
      ? { [other]: value }
      : name.endsWith('_KEY')
        ? { [name.replace('_KEY', '_CERT')]: 'package.json' }
        : {};
    expect(readConfig({ [name]: value, ...partner })).toMatchObject({ kind: 'invalid', variable: name });
  });

  it('wants certificate and key together, and each to be what it is called', () => {
    const folder = mkdtempSync(join(tmpdir(), 've-ban-tls-'));
    const text = join(folder, 'text.pem');
    writeFileSync(text, 'no certificate');
    expect(readConfig({ TLS_CERT: text })).toMatchObject({ kind: 'invalid', variable: 'TLS_KEY' });
    expect(readConfig({ TLS_KEY: text })).toMatchObject({ kind: 'invalid', variable: 'TLS_CERT' });
    expect(readConfig({ TLS_CERT: text, TLS_KEY: text })).toMatchObject({
      kind: 'invalid',
      variable: 'TLS_CERT',
    });
  });

  it('takes a certificate for papers with its own key alone, and says what is wrong with another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 've-ban-paper-'));
    try {
      const made = await makeTestCertificate(new Date(), new Uint8Array([1]));
      const PAPER_CERT = join(folder, 'office.pem');
      writeFileSync(PAPER_CERT, made.certificate);
      const read = (key: string | Buffer) => {
        const PAPER_KEY = join(folder, 'office.key');
        writeFileSync(PAPER_KEY, key);
        return readConfig({ PAPER_CERT, PAPER_KEY });
      };
      const says = (why: string) => ({
        kind: 'invalid',
        variable: 'PAPER_KEY',
        advice: expect.stringContaining(why),
      });
      const locked = { cipher: 'aes-256-cbc', passphrase: 'bí mật', format: 'pem' } as const;
      const own = createPrivateKey(made.key);
      expect(read(made.key)).toMatchObject({ kind: 'valid', config: { paper: { key: made.key } } });
      expect(read('nothing')).toMatchObject(says('holds no private key'));
      expect(read(own.export({ type: 'pkcs8', ...locked }))).toMatchObject(says('passphrase'));
      expect(read(own.export({ type: 'sec1', ...locked }))).toMatchObject(says('passphrase'));
      const other: KeyObject = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      expect(read(other.export({ type: 'pkcs8', format: 'pem' }))).toMatchObject(says('another certificate'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
