import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTestCertificate } from './make-test-certificate.ts';

/** What the office signs with: a certificate (and those above it) and its private key. */
export interface OfficeCertificate {
  /** Made on the first start: good for trying, worth nothing in law. Said on every paper. */
  readonly isTest: boolean;
  /** Whose it is, as its subject's common name says. */
  readonly name: string;
  /** PEM, the signer's first. */
  readonly chain: string;
  /** SHA-256 of the signer's certificate in hex pairs with colons, as `openssl x509 -fingerprint -sha256` prints it. */
  readonly fingerprint: string;
  readonly validTo: Date;
  readonly key: KeyObject;
}

interface PemPair {
  readonly cert: string;
  readonly key: string;
}

/** Kinds of keys the office can sign with. */
const CURVES = ['prime256v1', 'secp384r1'];

/**
 * The configured certificate, else the test certificate below `directory`, which is made on the first start (files 0600).
 * `serial` is random bytes for it.
 */
export async function loadOfficeCertificate(
  configured: PemPair | undefined,
  directory: string,
  now: Date,
  serial: Uint8Array<ArrayBuffer>,
): Promise<OfficeCertificate> {
  if (configured !== undefined) return readOfficeCertificate(configured, false);
  const [certificatePath, keyPath] = [join(directory, TEST_CERTIFICATE), join(directory, TEST_KEY)];
  const kept = await ifThere(readFile(certificatePath, 'utf8'));
  if (kept !== undefined)
    return readOfficeCertificate({ cert: kept, key: await readFile(keyPath, 'utf8') }, true);
  const made = await makeTestCertificate(now, serial);
  // The key first: a certificate that is there has its key.
  await writeWhole(keyPath, made.key);
  await writeWhole(certificatePath, made.certificate);
  return readOfficeCertificate({ cert: made.certificate, key: made.key }, true);
}

const TEST_CERTIFICATE = 'office-test-certificate.pem';
const TEST_KEY = 'office-test-key.pem';

/** The test certificate of a server's keys, where one was made. */
export function findTestCertificate(directory: string): Promise<string | undefined> {
  return ifThere(readFile(join(directory, TEST_CERTIFICATE), 'utf8'));
}

function readOfficeCertificate({ cert, key }: PemPair, isTest: boolean): OfficeCertificate {
  const certificate = new X509Certificate(cert);
  return {
    isTest,
    name: commonNameOf(certificate),
    chain: cert,
    fingerprint: certificate.fingerprint256,
    validTo: new Date(certificate.validTo),
    key: createPrivateKey(key),
  };
}

/** Whether papers can be signed with a key of this kind: RSA of 2048 bits or more, or P-256 or P-384. */
export function isSigningKey(key: KeyObject): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return modulusLength >= 2048;
  return key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve);
}

/** The subject's common name; the whole subject where it has none. */
export function commonNameOf(certificate: X509Certificate): string {
  // Node writes a subject line by line, with a backslash before what has a meaning in it.
  const said = /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject;
  return said.replace(/\\(.)/g, '$1');
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
