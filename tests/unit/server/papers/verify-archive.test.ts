import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packArchive } from '../../../../src/server/papers/archive/pack-archive.ts';
import { sayVerdict } from '../../../../src/server/papers/archive/say-verdict.ts';
import { verifyArchive } from '../../../../src/server/papers/archive/verify-archive.ts';
import {
  loadOfficeCertificate,
  type OfficeCertificate,
} from '../../../../src/server/papers/sign/office-certificate.ts';

const AT = new Date('2026-11-23T02:00:00Z');
const FORGED = strToU8('không phải của văn phòng');

let folder: string;
let certificate: OfficeCertificate;
let zip: Uint8Array<ArrayBuffer>;
let files: Record<string, Uint8Array>;

const pack = (code: string) =>
  packArchive(
    ['answers.json', 'papers/01-receipt.pdf'].map((path) => ({
      path,
      what: path,
      bytes: new Uint8Array(Buffer.from(`${code} ${path}`)),
    })),
    {
      dossier: { id: code, code, procedure: 'birth-registration 1' },
      exportedAt: AT.toISOString(),
      exportedBy: 'Bùi Thị Hòa',
      commune: 'Xã Pù Luông',
    },
    certificate,
    AT,
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 've-ban-archive-'));
  certificate = await loadOfficeCertificate(undefined, folder, AT, new Uint8Array([1, 2, 3]));
  zip = await pack('H56-1');
  files = unzipSync(zip);
});
afterAll(() => rmSync(folder, { recursive: true }));

const judge = async (bytes: Uint8Array) => {
  const verdict = await verifyArchive(new Uint8Array(bytes), new X509Certificate(certificate.chain));
  return { verdict, said: sayVerdict(verdict, true).join('\n') };
};

it('takes the archive as it was packed, and packed anew with the names of its folders', async () => {
  expect((await judge(zip)).verdict.kind).toBe('intact');
  for (const level of [0, 9] as const)
    expect((await judge(zipSync({ 'papers/': new Uint8Array(), ...files }, { level }))).verdict.kind).toBe(
      'intact',
    );
});

it.each([
  'answers.json.bak',
  'ANSWERS.JSON',
  './answers.json',
  '../../etc/cron.d/x',
  '/etc/passwd',
  'papers\\01-receipt.pdf',
  'papers/',
  // A name that a JavaScript object takes for its own.
  '__proto__',
  'constructor',
])('names what was added, whatever it is called: %s', async (path) => {
  // As long as the name that stands for it while it is packed: not every packer takes every name.
  const standIn = 'x'.repeat(path.length);
  const packed = Buffer.from(zipSync({ ...files, [standIn]: FORGED })).toString('latin1');
  const { verdict, said } = await judge(Buffer.from(packed.replaceAll(standIn, path), 'latin1'));
  expect(verdict).toMatchObject({ kind: 'broken', faults: [{ path, what: 'extra' }] });
  expect(said).toContain(`${path} was added`);
});

it('names what was renamed, exchanged, or put under the manifest of another dossier', async () => {
  const { 'answers.json': answers = FORGED, ...others } = files;
  const renamed = await judge(zipSync({ ...others, 'answers2.json': answers }));
  expect(renamed.said).toContain('answers.json is missing');
  expect(renamed.said).toContain('answers2.json was added');
  const receipt = files['papers/01-receipt.pdf'] ?? FORGED;
  const exchanged = await judge(
    zipSync({ ...files, 'answers.json': receipt, 'papers/01-receipt.pdf': answers }),
  );
  expect(exchanged.verdict).toMatchObject({ kind: 'broken', faults: [{}, {}] });
  const other = unzipSync(await pack('H56-2'));
  const [manifest = FORGED, signature = FORGED] = [other['manifest.json'], other['manifest.json.p7s']];
  const swapped = { ...files, 'manifest.json': manifest };
  expect((await judge(zipSync(swapped))).verdict.kind).toBe('unsigned');
  const both = await judge(zipSync({ ...swapped, 'manifest.json.p7s': signature }));
  expect(both.verdict).toMatchObject({ kind: 'broken', faults: [{ what: 'altered' }, { what: 'altered' }] });
});

it('says so of what was cut off at any place', async () => {
  for (let length = 0; length < zip.length; length += 37) {
    const { verdict, said } = await judge(zip.slice(0, length));
    expect(verdict.kind).toBe('unreadable');
    expect(said).toBe('unreadable: this is no zip file, or only a part of one');
  }
});
