import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CheckedProcedure,
  listProcedures,
  ProcedureLine,
} from '../../../src/contract/operations/procedures.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, type Browser, signedIn } from '../office/desk.ts';
import { makeWell, reworded } from './made-up.ts';

const AT = '/api/office/procedures';
const WELL = `${AT}/village-well/versions`;

let server: TestApp;
let office: Browser;
const signIn = async () =>
  signedIn(server.app, await addColleague(server.deps, { roles: ['administrator'], name: 'Lê Quản Trị' }));
beforeAll(async () => {
  server = await buildTestApp();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.deps.db.deleteFrom('procedure_versions').execute();
  server.setTime('2026-11-23T02:00:00Z');
  office = await signIn();
});

const list = async () => listProcedures.answer.parse((await office.call('GET', AT)).body).procedures;
const lineOf = async (id: string, version = 1) =>
  (await list()).find((one) => one.id === id && one.version === version);

async function upload(content: object, note = '') {
  return office.call('POST', AT, { content, note });
}

/** Uploads and publishes from that day. */
async function publish(content: object, from = '2026-11-23') {
  const kept = ProcedureLine.parse((await upload(content)).body);
  const { id, version, digest } = kept;
  return office.call('POST', `${AT}/${id}/versions/${version}/publish`, { digest, from });
}

const auditOf = (action: string) =>
  server.deps.db
    .selectFrom('audit')
    .selectAll()
    .where('action', '=', action)
    .orderBy('seq', 'desc')
    .execute();

describe('an administrator', () => {
  it('uploads a declaration as a draft, tries it out, publishes it from a day, and withdraws it', async () => {
    const kept = await upload(makeWell(), 'Bản đầu tiên');
    expect(kept.status).toBe(200);
    const draft = ProcedureLine.parse(kept.body);
    expect(draft).toMatchObject({
      state: 'draft',
      origin: 'uploaded',
      names: { vi: 'Đào giếng', en: 'Digging a well' },
      last: { action: 'uploaded', byName: 'Lê Quản Trị' },
      note: 'Bản đầu tiên',
      unconfirmed: 1,
      allowed: ['publish', 'discard'],
    });
    const shown = await office.call('GET', `${WELL}/1`);
    // Blocks are written out: what is tried out is what tablets will get.
    expect(JSON.stringify(shown.body)).not.toContain('"block"');

    const published = await office.call('POST', `${WELL}/1/publish`, {
      digest: draft.digest,
      from: '2026-11-25',
    });
    expect(published.body).toMatchObject({ state: 'scheduled', from: '2026-11-25', allowed: ['withdraw'] });
    server.setTime('2026-11-25T02:00:00Z');
    office = await signIn();
    expect(await lineOf('village-well')).toMatchObject({ state: 'current' });

    const withdrawn = await office.call('POST', `${WELL}/1/withdraw`, { reason: 'Sai lệ phí' });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', note: 'Sai lệ phí', allowed: [] });
    expect((await auditOf('procedure-uploaded'))[0]).toMatchObject({ subject: 'village-well' });
    expect((await auditOf('procedure-published'))[0]).toMatchObject({
      detail: { version: 1, digest: draft.digest, from: '2026-11-25' },
    });
    expect((await auditOf('procedure-withdrawn'))[0]).toMatchObject({ detail: { reason: 'Sai lệ phí' } });
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('sees every shipped procedure with how far it was checked, and may withdraw it', async () => {
    expect(await lineOf('birth-registration')).toMatchObject({
      origin: 'shipped',
      state: 'current',
      last: null,
      digest: null,
      reviewStatus: 'draft',
      allowed: ['withdraw'],
    });
    const withdrawn = await office.call('POST', `${AT}/birth-registration/versions/1/withdraw`, {
      reason: 'Luật mới',
    });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', origin: 'shipped', note: 'Luật mới' });
    const again = await office.call('POST', `${AT}/birth-registration/versions/1/withdraw`, {
      reason: 'Lần hai',
    });
    expect(again).toMatchObject({ status: 200, body: { note: 'Luật mới' } });
  });

  it('publishes a newer version of a shipped procedure, made from the shipped one', async () => {
    const shown = await office.call('GET', `${AT}/birth-registration/versions/1`);
    const { package: shipped } = shown.body as { package: { definition: object; texts: object } };
    const next = { ...shipped, definition: { ...shipped.definition, version: 2 } };
    expect(await publish(next)).toMatchObject({
      status: 200,
      body: { state: 'current', origin: 'uploaded' },
    });
    expect(await lineOf('birth-registration')).toMatchObject({ state: 'superseded' });
    await office.call('POST', `${AT}/birth-registration/versions/2/withdraw`, { reason: 'Chưa đúng' });
    expect(await lineOf('birth-registration')).toMatchObject({ state: 'current' });
  });

  it('gets the same answer for the same word said twice, and a conflict for another draft than the one seen', async () => {
    const first = ProcedureLine.parse((await upload(makeWell())).body);
    await upload(makeWell(1, { sources: ['Made up anew'] }));
    const old = { digest: first.digest, from: '2026-11-23' };
    expect(await office.call('POST', `${WELL}/1/publish`, old)).toMatchObject({
      status: 409,
      body: { kind: 'conflict' },
    });
    const now = { ...old, digest: (await lineOf('village-well'))?.digest };
    const before = (await auditOf('procedure-published')).length;
    expect((await office.call('POST', `${WELL}/1/publish`, now)).status).toBe(200);
    expect((await office.call('POST', `${WELL}/1/publish`, now)).status).toBe(200);
    expect((await auditOf('procedure-published')).length).toBe(before + 1);
  });

  it('cannot publish from a day that has passed', async () => {
    expect(await publish(makeWell(), '2026-11-22')).toMatchObject({
      status: 409,
      body: { kind: 'state-not-allowed', detail: 'day-passed' },
    });
  });

  it('throws a draft away, and nothing that is out', async () => {
    await upload(makeWell());
    expect((await office.call('DELETE', `${WELL}/1`)).status).toBe(200);
    expect(await lineOf('village-well')).toBeUndefined();
    await publish(makeWell());
    expect(await office.call('DELETE', `${WELL}/1`)).toMatchObject({ status: 409 });
  });

  it('brings back what was withdrawn only as the next version', async () => {
    await publish(makeWell());
    await office.call('POST', `${WELL}/1/withdraw`, { reason: 'Sai' });
    expect(await publish(makeWell(1)).catch(() => 'refused')).toBe('refused');
    expect(await publish(makeWell(2))).toMatchObject({ body: { state: 'current', version: 2 } });
  });
});

describe('what cannot be kept', () => {
  const check = async (content: unknown) =>
    CheckedProcedure.parse((await office.call('POST', `${AT}/check`, { content, language: 'en' })).body);
  const messages = async (content: unknown) =>
    (await check(content)).findings.map((one) => one.message).join('\n');

  it('is said in findings, and an upload of it is refused', async () => {
    const later = makeWell(3);
    expect(await messages(later)).toContain('The next version of village-well must be version 1.');
    expect(await upload(later)).toMatchObject({ status: 400, body: { kind: 'malformed' } });
    expect(await messages(makeWell(1, { titleFrom: ['nobody'] }))).toContain('no question nobody');
    expect(await messages({ ...makeWell(), texts: { en: { name: 'Well' } } })).toContain(
      'no Vietnamese name',
    );
    expect(
      await messages(
        makeWell(1, { steps: [{ id: 'a', questions: [{ block: 'person', as: 'm', omit: ['nmae'] }] }] }),
      ),
    ).toContain('block person as m has no nmae');
  });

  it('may be hostile: nested without end, of the wrong kind, named like a prototype, too long', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`);
    for (const content of [deep, [], null, 7, 'x', { definition: deep, texts: {} }, { __proto__: null }]) {
      const checked = await check(content);
      expect(checked.package).toBeNull();
      expect(checked.findings.length).toBeGreaterThan(0);
    }
    expect(await messages(deep)).toBe('This file is no procedure declaration.');
    const long = makeWell(1, { sources: Array.from({ length: 45 }, () => 'x'.repeat(9_000)) });
    expect(await messages(long)).toContain('400 kB');
    const huge = { ...makeWell(), texts: { vi: { name: 'x'.repeat(1_300_000) } } };
    expect(await office.call('POST', `${AT}/check`, { content: huge, language: 'vi' })).toMatchObject({
      status: 413,
    });
    expect((await check(makeWell(1, { id: 'constructor' }))).findings).toEqual([]);
  });

  it('a text with a zero byte is kept as it is, where the database would not take it as JSON', async () => {
    const content = reworded({ name: 'Đào\u0000giếng' });
    expect(await upload(content)).toMatchObject({ status: 200, body: { names: { vi: 'Đào\u0000giếng' } } });
  });
});

describe('everybody else', () => {
  it('reads what is out, sees no draft and changes nothing', async () => {
    await upload(makeWell());
    const officer = await signedIn(
      server.app,
      await addColleague(server.deps, { roles: ['officer', 'supervisor'] }),
    );
    expect((await officer.call('GET', `${AT}/birth-registration/versions/1`)).status).toBe(200);
    const refused = await Promise.all([
      officer.call('GET', `${WELL}/1`),
      officer.call('GET', AT),
      officer.call('POST', `${AT}/check`, { content: makeWell(), language: 'vi' }),
      officer.call('POST', AT, { content: makeWell(), note: '' }),
      officer.call('POST', `${WELL}/1/publish`, { digest: 'A'.repeat(43), from: '2026-11-23' }),
      officer.call('POST', `${AT}/birth-registration/versions/1/withdraw`, { reason: 'x' }),
      officer.call('DELETE', `${WELL}/1`),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(await lineOf('village-well')).toMatchObject({ state: 'draft' });
  });
});
