import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Change, DossierStatus } from '../../../src/contract/down/change.ts';
import { findSentence } from '../../../src/contract/find-sentence.ts';
import { lookUpAddress } from '../../../src/contract/look-up-address.ts';
import { actOnAccount } from '../../../src/contract/operations/accounts.ts';
import { makeProvisionalReference } from '../../../src/domain/dossier/provisional-reference.ts';
import { triesFrom, triesOfCode } from '../../../src/server/commands/public-tries.ts';
import { lockAccounts, saveCode } from '../../../src/server/storage/account-actions.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { beginTry, endTry } from '../../../src/server/storage/public-tries.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAccount,
  addColleague,
  addDossier,
  addTablet,
  id,
  signedIn,
  type Tablet,
} from '../office/desk.ts';

/* What a citizen does with a slip and a telephone: look a dossier up, activate an account; and what a stranger cannot. */

let server: TestApp;
let tablet: Tablet;
beforeAll(async () => {
  server = await buildTestApp();
  const field = await addColleague(server.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(server.deps, field.id);
});
afterAll(() => server.close());

let made = 0;
function reference(): string {
  made += 1;
  return makeProvisionalReference(Uint8Array.from([made, 7, 13, 29, made]));
}

/** Another household each time, unless one is named. */
let households = 0;
async function post(url: string, fields: Readonly<Record<string, string>>, from?: string) {
  households += 1;
  const answer = await server.app.inject({
    method: 'POST',
    url,
    remoteAddress: from ?? `10.1.${Math.floor(households / 250)}.${households % 250}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, page: answer.payload, headers: answer.headers };
}
const read = async (url: string) => (await server.app.inject({ url })).payload;
const seen = (page: string) =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
const lookUp = (ma: string, [ngay, thang, nam]: readonly [string, string, string], from?: string) =>
  post('/tra-cuu', { ma, ngay, thang, nam }, from);
const setDossier = (dossierId: string, values: Record<string, unknown>) =>
  server.deps.db.updateTable('dossiers').set(values).where('id', '=', dossierId).execute();

describe('looking up', () => {
  it('says of each status what it means and what to do, in both languages, and names nobody', async () => {
    const { texts } = server.deps;
    for (const status of DossierStatus.options) {
      const ma = reference();
      const dossier = await addDossier(server.deps, tablet, { reference: ma, askedBirthDate: '1999-03-09' });
      await setDossier(dossier.id, { status });
      for (const [language, url] of [
        ['vi', '/tra-cuu'],
        ['en', '/en/look-up'],
      ] as const) {
        const { status: code, page, headers } = await post(url, { ma, ngay: '9', thang: '3', nam: '1999' });
        expect(code).toBe(200);
        expect(headers['cache-control']).toBe('no-store');
        const file = texts.find(({ tag }) => tag === language)?.files.get('status');
        for (const part of ['now', 'next'])
          expect(seen(page)).toContain(findSentence([file], `dossier.${status}.${part}`) ?? 'no sentence');
        expect(seen(page)).not.toMatch(/Hà Thị Mây|038190001234|\{\{|undefined/);
      }
    }
  });

  it('shows what is missing, and the day of the result as far as it holds', async () => {
    const ma = reference();
    const dossier = await addDossier(server.deps, tablet, { reference: ma, askedBirthDate: '1999' });
    expect(seen((await lookUp(ma, ['', '', '1999'])).page)).toContain(
      'Ngày hẹn chỉ tính khi xã đã tiếp nhận.',
    );
    const officialCode = '000.00.00.H56-261123-0001';
    await setDossier(dossier.id, {
      status: 'in-progress',
      official_code: officialCode,
      accepted_at: new Date('2026-11-20T02:00:00Z'),
      due_at: new Date('2026-11-27T10:00:00Z'),
    });
    expect(seen((await lookUp(officialCode, ['', '', '1999'])).page)).toMatch(
      /Hẹn trả kết quả 27\/11\/2026 Đến đâu/,
    );
    await setDossier(dossier.id, {
      due_reason: JSON.stringify([{ key: 'year-provisional', params: { year: '2026' } }]),
    });
    expect(seen((await lookUp(ma, ['', '', '1999'])).page)).toMatch(
      /27\/11\/2026 Ngày này tính theo lịch làm việc dự kiến\./,
    );
    await setDossier(dossier.id, { due_at: null });
    expect(seen((await lookUp(ma, ['', '', '1999'])).page)).toContain(
      'Hẹn trả kết quả Xã chưa ghi ngày hẹn.',
    );
    await setDossier(dossier.id, { due_at: new Date('2026-11-20T10:00:00Z') });
    expect(seen((await lookUp(ma, ['', '', '1999'])).page)).toContain('Đã quá ngày hẹn.');

    const actionId = id();
    await server.deps.db
      .insertInto('dossier_actions')
      .values({
        id: actionId,
        dossier_id: dossier.id,
        action: 'supplement-requested',
        at: server.deps.clock.now(),
        staff_id: tablet.staffId,
        device_id: null,
        detail: '{}',
      })
      .execute();
    await server.deps.db
      .insertInto('supplement_requests')
      .values({
        id: actionId,
        dossier_id: dossier.id,
        number: 1,
        reason: 'Giấy chứng sinh bị mờ',
        items: JSON.stringify([
          {
            what: 'document',
            id: 'birthProof',
            note: 'Chụp lại cho rõ',
            copies: { original: 1, certified: 0, photocopy: 0 },
          },
          { what: 'question', id: 'mother.name', note: '' },
        ]),
        assigned_to: tablet.staffId,
        requested_at: server.deps.clock.now(),
        requested_by: tablet.staffId,
      })
      .execute();
    await setDossier(dossier.id, { status: 'supplement-requested', supplement: 'asked' });
    const asked = seen((await lookUp(ma, ['', '', '1999'])).page);
    expect(asked).toContain('Giấy chứng sinh bị mờ');
    expect(asked).toMatch(/Giấy chứng sinh.*\(1 bản chính\) Chụp lại cho rõ/);
    expect(asked).toContain('Ngày hẹn sẽ tính lại');
    await setDossier(dossier.id, { supplement: 'sent' });
    expect(seen((await lookUp(ma, ['', '', '1999'])).page)).toContain('Bác đã gửi bổ sung.');

    // Nothing is to be brought: the day waits for the money.
    await setDossier(dossier.id, { status: 'payment-requested', supplement: null });
    await server.deps.db
      .updateTable('supplement_requests')
      .set({ ended_at: server.deps.clock.now() })
      .where('id', '=', actionId)
      .execute();
    const unpaid = seen((await lookUp(ma, ['', '', '1999'])).page);
    expect(unpaid).toContain('Ngày hẹn sẽ tính lại');
    expect(unpaid).not.toMatch(/bổ sung/i);
  });

  it('gives the same answer for no such dossier, another birth date, and one without', async () => {
    const there = reference();
    const without = reference();
    await addDossier(server.deps, tablet, { reference: there, askedBirthDate: '1999-03-09' });
    await addDossier(server.deps, tablet, { reference: without });
    const answers = [];
    for (const ma of [there, without, reference()]) {
      const { status, page, headers } = await lookUp(ma, ['8', '3', '1999']);
      const { date: _, ...rest } = headers;
      answers.push({ status, page: page.replaceAll(ma, 'CODE'), rest });
    }
    expect(answers[0]?.status).toBe(422);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('slows down whoever guesses at one code, from wherever, and lets them in after the wait', async () => {
    const ma = reference();
    await addDossier(server.deps, tablet, { reference: ma, askedBirthDate: '1999-03-09' });
    for (let guess = 1; guess <= 5; guess += 1)
      expect((await lookUp(ma, [String(guess), '3', '1999'])).status).toBe(422);
    const right = ['9', '3', '1999'] as const;
    const held = await lookUp(ma, right);
    expect(held).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    expect(seen(held.page)).toContain('Mời bác đợi 1 phút');
    expect(seen(held.page)).toContain('mời bác mang phiếu đến xã');
    server.setTime('2026-11-23T02:01:00Z');
    expect((await lookUp(ma, right)).status).toBe(200);
    // Right: all is forgotten, for this code.
    for (let guess = 1; guess <= 5; guess += 1)
      expect((await lookUp(ma, [String(guess), '3', '1999'])).status).toBe(422);
    expect((await lookUp(ma, right)).status).toBe(429);
  });

  it('slows down an address that tries many codes, and counts nobody who is right', async () => {
    const ma = reference();
    await addDossier(server.deps, tablet, { reference: ma, askedBirthDate: '1999' });
    const from = '2001:db8:1:2::9';
    for (let right = 0; right < 40; right += 1)
      expect((await lookUp(ma, ['', '', '1999'], from)).status).toBe(200);
    for (let wrong = 0; wrong < 30; wrong += 1)
      expect((await lookUp(reference(), ['', '', '1999'], from)).status).toBe(422);
    expect((await lookUp(ma, ['', '', '1999'], '2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await lookUp(ma, ['', '', '1999'])).status).toBe(200);
    // Whoever is held keeps nothing here, however many codes they go on to type.
    const counted = async () =>
      (await server.deps.db.selectFrom('public_tries').select('name').execute()).length;
    const before = await counted();
    for (let more = 0; more < 3; more += 1)
      expect((await lookUp(reference(), ['', '', '1999'], from)).status).toBe(429);
    expect(await counted()).toBe(before);
    // Neither addresses nor codes can be read in what is counted.
    const rows = await server.deps.db.selectFrom('public_tries').select('name').execute();
    expect(rows.every(({ name }) => /^[A-Za-z0-9_-]{43}$/.test(name))).toBe(true);
  });

  it('of many guesses at the same moment lets no more through than one after the other', async () => {
    const ma = reference();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => lookUp(ma, [String(guess + 1), '3', '1999'])),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
  });

  it('forgets old tries without waiting for somebody who tries again just then', async () => {
    const { db, clock } = server.deps;
    const long = new Date(clock.now().getTime() - 8 * 86_400_000);
    const [one, other] = [triesFrom('10.9.0.1'), triesFrom('10.9.0.2')];
    for (const name of [one, other]) await inTransaction(db, (trx) => beginTry(trx, [name], long));
    await inTransaction(db, async (trx) => {
      const held = await trx
        .selectFrom('public_tries')
        .select('name')
        .where('last_at', '=', long)
        .orderBy('name')
        .forUpdate()
        .execute();
      expect(held).toHaveLength(2);
      await inTransaction(db, async (third) => {
        await sql`set local lock_timeout = '3s'`.execute(third);
        expect(await beginTry(third, [triesFrom('10.9.0.3')], clock.now())).toBe(0);
      });
    });
  });

  it('has pages without script, with the code of the slip and nothing else from the address', async () => {
    const ma = reference();
    const page = await read(lookUpAddress('', ma));
    expect(page).toContain(`value="${ma}"`);
    expect(page).not.toMatch(/<script|\sstyle=|<style|\son\w+=/);
    expect(page).toContain('method="post"');
    expect(Buffer.byteLength(page)).toBeLessThan(4000);
    expect(await read('/tra-cuu?ma="><script>alert(1)</script>')).not.toContain('<script');
    expect(await read('/en/look-up')).toContain('<html lang="en">');
    expect(seen((await lookUp('TAM-0000-0000-1', ['', '', '1999'])).page)).toContain('Mã này gõ chưa đúng.');
    expect(seen((await lookUp(ma, ['31', '2', '1999'])).page)).toContain('Ngày sinh này chưa đúng.');
    expect((await server.app.inject({ method: 'POST', url: '/tra-cuu' })).statusCode).toBe(422);
  });
});

describe('activating', () => {
  const CODE = 'ABCDE12345';
  const codeHash = createHash('sha256').update(CODE).digest('base64url');
  const activate = (ma: string, code = 'abcde-12345', from?: string) =>
    post('/kich-hoat', { ma, 'kich-hoat': code }, from);
  const account = (accountId: string) =>
    server.deps.db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();

  it("makes the account the citizen's own, once, told to the tablet and on record; and the look-up says so", async () => {
    const ma = reference();
    const accountId = await addAccount(server.deps, tablet, 'Vi Thị Mẫu', { reference: ma, codeHash });
    const before = await lookUp(ma, ['', '', '1990']);
    expect(before.page).toContain(`href="/kich-hoat?ma=${ma}"`);
    expect((await activate(ma, 'ABCDE-12346')).status).toBe(422);
    expect((await account(accountId)).state).toBe('pending');
    expect(seen((await activate(ma)).page)).toContain('Đã kích hoạt tài khoản');
    expect(seen((await activate(ma)).page)).toContain('từ trước');
    expect((await account(accountId)).state).toBe('active');
    const actions = await server.deps.db
      .selectFrom('account_actions')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute();
    expect(actions).toMatchObject([{ action: 'activate', staff_id: null }]);
    const changes = await server.deps.db.selectFrom('changes').select('body').execute();
    expect(
      changes
        .map(({ body }) => Change.parse(body))
        .filter((one) => one.kind === 'account' && one.submissionId === accountId),
    ).toMatchObject([{ state: 'active' }]);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
    expect(seen((await lookUp(ma, ['', '', '1990'])).page)).toContain('Tài khoản đã được kích hoạt.');
  });

  it('answers alike for no such account and a wrong code, and holds both after five', async () => {
    const ma = reference();
    const none = reference();
    await addAccount(server.deps, tablet, 'Vi Thị Mẫu', { reference: ma, codeHash });
    for (let guess = 0; guess < 6; guess += 1) {
      const [a, b] = [await activate(ma, `ABCDE-0000${guess}`), await activate(none, `ABCDE-0000${guess}`)];
      expect(a.status).toBe(guess < 5 ? 422 : 429);
      expect(b.page.replaceAll(none, 'CODE')).toBe(a.page.replaceAll(ma, 'CODE'));
    }
    expect((await activate(ma)).status).toBe(429);
  });

  it('refuses an expired code; a new one from the office works, the old one does not, and its wrong tries are forgotten', async () => {
    const ma = reference();
    const accountId = await addAccount(server.deps, tablet, 'Vi Thị Mẫu', { reference: ma, codeHash });
    await server.deps.db
      .updateTable('accounts')
      .set({ code_expires_at: new Date('2026-11-01T00:00:00Z') })
      .where('id', '=', accountId)
      .execute();
    expect(seen((await activate(ma)).page)).toContain('Mã kích hoạt đã hết hạn.');
    for (let guess = 0; guess < 5; guess += 1) await activate(ma, `ABCDE-0000${guess}`);
    const officer = await signedIn(server.app, await addColleague(server.deps, { roles: ['officer'] }));
    const NEW = '0123456789';
    const answer = await officer.call('POST', actOnAccount.path.replace(':id', accountId), {
      commandId: id(),
      revision: 1,
      act: {
        kind: 'reissue-code',
        check: { how: 'card-seen' },
        codeHash: createHash('sha256').update(NEW).digest('base64url'),
      },
    });
    expect(answer.status).toBe(200);
    // Ninety days from now, by the office's setting.
    expect((await account(accountId)).code_expires_at.toISOString().slice(0, 10)).toBe('2027-02-21');
    expect((await activate(ma)).status).toBe(422);
    expect(seen((await activate(ma, '01234-56789')).page)).toContain('Đã kích hoạt tài khoản');
    const shown = actOnAccount.answer.parse(answer.body);
    expect(shown.history).toMatchObject([{ action: 'reissue-code', check: { how: 'card-seen' } }]);
    expect(JSON.stringify(shown)).not.toContain(createHash('sha256').update(NEW).digest('base64url'));
  });

  it('waits for an officer who gives a new code at that very moment, and neither stops the other', async () => {
    const { db, clock } = server.deps;
    const ma = reference();
    const accountId = await addAccount(server.deps, tablet, 'Vi Thị Mẫu', { reference: ma, codeHash });
    await activate(ma, 'ABCDE-00000');
    const waits = async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(db);
      return rows.length > 0;
    };
    const answer = await inTransaction(db, async (trx) => {
      await lockAccounts(trx, [accountId]);
      const asked = activate(ma);
      await expect.poll(waits).toBe(true);
      await saveCode(trx, accountId, { hash: 'another', expiresAt: clock.now() });
      await endTry(trx, [], [triesOfCode(ma)]);
      return { asked };
    });
    expect((await answer.asked).status).toBe(422);
    expect((await account(accountId)).activation_code_hash).toBe('another');
  });

  it('sends whoever is suspended or merged to the office', async () => {
    const ma = reference();
    const accountId = await addAccount(server.deps, tablet, 'Vi Thị Mẫu', { reference: ma, codeHash });
    await server.deps.db
      .updateTable('accounts')
      .set({ state: 'suspended', suspended_from: 'pending' })
      .where('id', '=', accountId)
      .execute();
    expect(seen((await activate(ma)).page)).toContain('Mời bác đến xã');
    expect((await account(accountId)).state).toBe('suspended');
  });
});
