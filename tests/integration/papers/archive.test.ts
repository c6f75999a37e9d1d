import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttachmentStore } from '../../../src/server/attachment-store.ts';
import { exportDossier } from '../../../src/server/commands/papers/export-dossier.ts';
import { packArchive } from '../../../src/server/papers/archive/pack-archive.ts';
import { verifyArchive } from '../../../src/server/papers/archive/verify-archive.ts';
import { loadOfficeCertificate } from '../../../src/server/papers/sign/office-certificate.ts';
import { hasOpenssl, opensslVerifies } from '../../support/pdf/openssl.ts';
import { hasPoppler, pdfsig, pdfText } from '../../support/pdf/poppler.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addAttachment, addColleague, COMMUNE, OTHER_COMMUNE, signedIn } from '../office/desk.ts';
import { type Counter, openCounter } from './counter.ts';

type Files = Record<string, Uint8Array>;

let office: TestApp;
let counter: Counter;
let dossier: string;
let photo: string;
let zip: Uint8Array<ArrayBuffer>;
let files: Files;
let folder: string;
const PHOTO = new Uint8Array([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 've-ban-archive-'));
  office = await buildTestApp();
  counter = await openCounter(office);
  dossier = await counter.file('Hà Thị Mây', { 'child.name': 'Lương Thị Hồng Nhung' });
  photo = await addAttachment(office.deps, dossier, PHOTO, 'stored');
  await counter.act(dossier, { kind: 'accept' });
  await counter.issue(dossier, 'receipt');
  const answer = await counter.browser().call('GET', `/api/office/dossiers/${dossier}/archive`);
  expect(answer.status).toBe(200);
  zip = new Uint8Array(answer.raw);
  files = unzipSync(zip);
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const own = () => new X509Certificate(office.deps.certificate.chain);
const judge = (entries: Files) => verifyArchive(new Uint8Array(zipSync(entries)), own());
const withOther = (path: string, bytes: Uint8Array) => ({ ...files, [path]: bytes });
const textOf = (path: string) => Buffer.from(files[path] ?? []).toString('utf8');

describe('the archive of a dossier', () => {
  it('holds papers, attachments as they were, answers, actions, the record and its own export', async () => {
    expect(Object.keys(files).sort()).toEqual(
      [
        'actions.json',
        'answers.json',
        'answers.pdf',
        `attachments/${photo}.jpg`,
        'audit.json',
        'dossier.json',
        `envelopes/${dossier}.sealed`,
        'manifest.json',
        'manifest.json.p7s',
        'papers/01-receipt.pdf',
        'receipts.json',
      ].sort(),
    );
    expect(files[`attachments/${photo}.jpg`]).toEqual(PHOTO);
    expect(JSON.parse(textOf('answers.json'))).toMatchObject({ 'child.name': 'Lương Thị Hồng Nhung' });
    expect(textOf('audit.json')).toMatch(/dossier-accepted.*paper-issued.*dossier-exported/s);
    if (hasPoppler) {
      expect(pdfText(files['answers.pdf'] ?? PHOTO)).toContain('Lương Thị Hồng Nhung');
      expect(pdfsig(files['answers.pdf'] ?? PHOTO)).toContain('Signature is Valid.');
    }
    expect(await verifyArchive(zip, own())).toMatchObject({
      kind: 'intact',
      manifest: { exportedBy: 'Bùi Thị Hòa', commune: 'Xã Pù Luông' },
    });
  });

  it('is of one moment: what an officer does while it is packed is in none of its parts', async () => {
    const moving = await counter.file('Vi Thị Đang Đổi');
    await addAttachment(office.deps, moving, PHOTO, 'stored');
    await counter.act(moving, { kind: 'accept' });
    const { staff_id: staffId } = await office.deps.db
      .selectFrom('dossier_actions')
      .select('staff_id')
      .where('dossier_id', '=', moving)
      .where('action', '=', 'accepted')
      .executeTakeFirstOrThrow();
    const attachments: AttachmentStore = {
      ...office.deps.attachments,
      async read(id) {
        await counter.act(moving, { kind: 'begin' });
        return office.deps.attachments.read(id);
      },
    };
    const by = { staffId, roles: ['officer'], commune: COMMUNE, department: null } as const;
    const outcome = await exportDossier({ ...office.deps, attachments }, by, moving);
    if (outcome.kind !== 'exported') throw new Error(outcome.kind);
    const packed = unzipSync(outcome.zip);
    const said = ['dossier.json', 'actions.json', 'audit.json'].map((path) =>
      Buffer.from(packed[path] ?? []).toString(),
    );
    expect(said[0]).toContain('"status":"accepted"');
    for (const part of said) expect(part).not.toMatch(/begun|in-progress/);
  });

  it.skipIf(!hasOpenssl)('is signed so that OpenSSL agrees', () => {
    const [manifest, signature] = [files['manifest.json'] ?? PHOTO, files['manifest.json.p7s'] ?? PHOTO];
    expect(opensslVerifies(signature, manifest, office.deps.certificate.chain)).toBe(true);
    expect(opensslVerifies(signature, withByteFlipped(manifest), office.deps.certificate.chain)).toBe(false);
  });

  it('is as good packed anew, with a folder entry', async () => {
    const again = zipSync(
      { ...files, 'papers/': new Uint8Array() },
      { level: 1, mtime: new Date('2020-01-02') },
    );
    expect((await verifyArchive(new Uint8Array(again), own())).kind).toBe('intact');
  });

  it('names the file that is altered, missing or added', async () => {
    for (const path of Object.keys(files).filter((one) => !one.startsWith('manifest')))
      expect(await judge(withOther(path, withByteFlipped(files[path] ?? PHOTO)))).toMatchObject({
        kind: 'broken',
        faults: [{ path, what: 'altered' }],
      });
    const { 'answers.json': _gone, ...fewer } = files;
    expect(await judge(fewer)).toMatchObject({ faults: [{ path: 'answers.json', what: 'missing' }] });
    expect(await judge({ ...files, 'papers/99-receipt.pdf': PHOTO })).toMatchObject({
      faults: [{ path: 'papers/99-receipt.pdf', what: 'extra' }],
    });
  });

  it('does not believe a manifest that was written anew, without its signature, or with half of it', async () => {
    const manifest = textOf('manifest.json').replace('Bùi Thị Hòa', 'Ai Đó Khác');
    expect(await judge(withOther('manifest.json', Buffer.from(manifest)))).toEqual({ kind: 'unsigned' });
    const { 'manifest.json.p7s': signature = PHOTO, ...unsigned } = files;
    expect(await judge(unsigned)).toEqual({ kind: 'unsigned' });
    expect(await judge(withOther('manifest.json.p7s', signature.slice(0, 300)))).toEqual({
      kind: 'unsigned',
    });
  });

  it('is refused when somebody else packed and signed it', async () => {
    const stranger = await loadOfficeCertificate(
      undefined,
      folder,
      new Date('2026-11-23T08:00:00Z'),
      new Uint8Array([9, 9, 9]),
    );
    const verdict = await verifyArchive(zip, own());
    if (verdict.kind !== 'intact') throw new Error(verdict.kind);
    const { format: _format, version: _version, files: _files, ...about } = verdict.manifest;
    const forged = await packArchive(
      [{ path: 'answers.json', what: 'forged', bytes: new Uint8Array(Buffer.from('{}')) }],
      about,
      stranger,
      new Date(),
    );
    expect((await verifyArchive(forged, own())).kind).toBe('other-signer');
    expect((await verifyArchive(forged)).kind).toBe('intact');
  });

  it('is refused when the zip names a file twice, or is none', async () => {
    expect(await verifyArchive(withNameTwice(zip), own())).toMatchObject({
      kind: 'broken',
      faults: expect.arrayContaining([{ path: 'answers.json', what: 'double' }]),
    });
    expect(await verifyArchive(zip.slice(0, zip.length / 2), own())).toMatchObject({ kind: 'unreadable' });
    expect(await verifyArchive(new Uint8Array(zipSync({ a: PHOTO })))).toEqual({
      kind: 'unreadable',
      why: 'manifest',
    });
  });

  it('leaves with officers and supervisors of the commune alone', async () => {
    for (const [roles, commune, status] of [
      [['specialist'], undefined, 403],
      [['administrator'], undefined, 403],
      [['officer'], OTHER_COMMUNE, 403],
      [['supervisor'], undefined, 200],
    ] as const) {
      const who = await addColleague(office.deps, { roles, ...(commune && { commune }) });
      const browser = await signedIn(office.app, who);
      expect((await browser.call('GET', `/api/office/dossiers/${dossier}/archive`)).status).toBe(status);
    }
  });
});

describe('npm run archive:verify', () => {
  const run = async (bytes: Uint8Array, more: readonly string[] = [], environment = {}) => {
    const path = join(folder, 'dossier.zip');
    await writeFile(path, bytes);
    return new Promise<{ code: number; said: string }>((resolve) => {
      const asked = ['--import', 'tsx', 'src/server/archive-verify.ts', path, ...more];
      const env = { ...process.env, DATA_DIR: office.deps.config.dataDir };
      execFile(process.execPath, asked, { env: { ...env, ...environment } }, (error, said, complaint) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: said + complaint }),
      );
    });
  };

  it('says intact with 0, and what is wrong with which file with 1', async () => {
    const intact = await run(zip);
    expect(intact.said).toMatch(/^intact: .*9 files.*\nsigned by .*CHỨNG THƯ THỬ/s);
    expect(intact.code).toBe(0);
    const broken = await run(zipSync(withOther('answers.json', PHOTO)));
    expect(broken.said).toContain('answers.json is not as it was archived');
    expect(broken.code).toBe(1);
  });

  it('judges nothing where the certificate that was named cannot be read: it would pass what anybody signed', async () => {
    const none = join(folder, 'none.pem');
    expect(await run(zip, ['--certificate', none])).toMatchObject({
      code: 2,
      said: expect.stringContaining(none),
    });
    const garbage = await run(zip, ['--certificate', join(folder, 'dossier.zip')]);
    expect(garbage).toMatchObject({ code: 2, said: expect.stringContaining('must be the office') });
    const configured = await run(zip, [], { PAPER_CERT: none, PAPER_KEY: none });
    expect(configured).toMatchObject({ code: 2, said: expect.stringMatching(/^PAPER_CERT: /) });
  });
});

function withByteFlipped(bytes: Uint8Array): Uint8Array {
  const other = new Uint8Array(bytes);
  const at = Math.floor(other.length / 2);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}

/** The zip with its entry `actions.json` named as `answers.json` in both of its directories: as long as the other name. */
function withNameTwice(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('actions.json', 'answers.json');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
