import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, openBrowser, PASSWORD, signedIn } from './desk.ts';

let office: TestApp;
beforeAll(async () => {
  office = await buildTestApp();
  office.setTime('2026-11-23T08:00:00+07:00');
});
afterAll(() => office.close());

const signIn = (login: string, password: string, browser = openBrowser(office.app)) =>
  browser.call('POST', '/api/office/sign-in', { login, password });

describe('the office door', () => {
  it('lets an officer in, keeps the token out of scripts and the database, and lets them out again', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'], name: 'Phạm Thị Lan' });
    const browser = openBrowser(office.app);
    const answer = await signIn(lan.login, PASSWORD, browser);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: lan.id,
      login: lan.login,
      displayName: 'Phạm Thị Lan',
      roles: ['officer'],
      commune: { code: '14956', name: 'Xã Pù Luông' },
      mustChangePassword: false,
      department: null,
      demo: false,
    });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^ve-ban-session=[\w-]{43}; Max-Age=43200; Path=\/api\/office; HttpOnly; SameSite=Strict$/,
    );
    const token = browser.cookie()?.split('=')[1] ?? '';
    const kept = await office.deps.db
      .selectFrom('sessions')
      .select('token_hash')
      .where('staff_id', '=', lan.id)
      .execute();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.token_hash.toString('utf8')).not.toContain(token);

    expect((await browser.call('GET', '/api/office/me')).status).toBe(200);
    const old = openBrowser(office.app, { cookie: browser.cookie() ?? '' });
    expect((await browser.call('POST', '/api/office/sign-out')).status).toBe(200);
    expect(browser.cookie()).toBeUndefined();
    expect((await old.call('GET', '/api/office/me')).body).toEqual({ kind: 'unauthorized' });
  });

  it('marks the cookie Secure behind https', async () => {
    const { buildApp } = await import('../../../src/server/http/app.ts');
    const secure = await buildApp(
      { ...office.deps, config: { ...office.deps.config, publicUrl: 'https://mot-cua.example.vn' } },
      { clientDir: '/nowhere', version: '0' },
    );
    const lan = await addColleague(office.deps, { roles: ['officer'] });
    const answer = await openBrowser(secure).call('POST', '/api/office/sign-in', {
      login: lan.login,
      password: PASSWORD,
    });
    expect(String(answer.headers['set-cookie'])).toContain('; Secure');
    await secure.close();
  });

  it('says the same to a wrong password, an unknown login and field-only staff', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'] });
    const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
    // Even if a password hash were left over from an earlier role.
    const formerOfficer = await addColleague(office.deps, { roles: ['field'] });
    for (const [login, password] of [
      [lan.login, 'wrong'],
      ['nobody', PASSWORD],
      [field.login, PASSWORD],
      [formerOfficer.login, PASSWORD],
    ] as const) {
      const answer = await signIn(login, password);
      expect([answer.status, answer.body]).toEqual([401, { kind: 'credentials-invalid' }]);
    }
  });

  it('slows wrong passwords down, for this login from this address only', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'] });
    const other = await addColleague(office.deps, { roles: ['officer'] });
    for (let i = 0; i < 5; i += 1) expect((await signIn(lan.login, `wrong ${i}`)).status).toBe(401);
    const refused = await signIn(lan.login, PASSWORD);
    expect([refused.status, refused.body]).toEqual([429, { kind: 'too-many-requests', retryAfter: 30 }]);
    expect(refused.headers['retry-after']).toBe('30');
    expect((await signIn(other.login, PASSWORD)).status).toBe(200);
    office.setTime('2026-11-23T08:00:31+07:00');
    expect((await signIn(lan.login, PASSWORD)).status).toBe(200);
  });

  it('ends a session after twelve hours', async () => {
    office.setTime('2026-11-23T08:00:00+07:00');
    const browser = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    office.setTime('2026-11-23T19:59:59+07:00');
    expect((await browser.call('GET', '/api/office/me')).status).toBe(200);
    office.setTime('2026-11-23T20:00:00+07:00');
    expect((await browser.call('GET', '/api/office/me')).status).toBe(401);
    office.setTime('2026-11-23T08:00:00+07:00');
  });

  it('a role taken away closes the door at once', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'] });
    const browser = await signedIn(office.app, lan);
    await office.deps.db
      .updateTable('staff')
      .set({ roles: ['field'] })
      .where('id', '=', lan.id)
      .execute();
    expect((await browser.call('GET', '/api/office/dossiers')).status).toBe(401);
  });

  it('refuses what another page sends, before anything else', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'] });
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, {}]) {
      const browser = openBrowser(office.app, headers);
      const answer = await signIn(lan.login, PASSWORD, browser);
      expect([answer.status, answer.body]).toEqual([403, { kind: 'forbidden', detail: 'origin' }]);
      expect(browser.cookie()).toBeUndefined();
    }
  });

  it('lets nobody without a session past, on any office route', async () => {
    const stranger = openBrowser(office.app);
    const id = '019ab000-0000-7000-8000-000000000001';
    for (const url of [
      'me',
      'dossiers',
      `dossiers/${id}`,
      'accounts',
      `accounts/${id}`,
      `attachments/${id}`,
      'staff',
      'devices',
      'settings',
    ]) {
      expect((await stranger.call('GET', `/api/office/${url}`)).status, url).toBe(401);
    }
    for (const url of ['sign-out', 'password', `dossiers/${id}/actions`, 'staff', 'enrolment-codes']) {
      expect((await stranger.call('POST', `/api/office/${url}`, {})).status, url).toBe(401);
    }
    expect((await stranger.call('PUT', '/api/office/settings', {})).status).toBe(401);
  });
});

describe('the one-time password', () => {
  it('opens nothing but its own change; a weak choice is refused; other sessions end', async () => {
    const lan = await addColleague(office.deps, { roles: ['officer'], mustChangePassword: true });
    const [here, elsewhere] = [await signedIn(office.app, lan), await signedIn(office.app, lan)];
    expect((await here.call('GET', '/api/office/me')).body).toMatchObject({ mustChangePassword: true });
    for (const url of ['dossiers', 'accounts', 'staff', 'devices', 'settings'])
      expect((await here.call('GET', `/api/office/${url}`)).body, url).toEqual({
        kind: 'password-change-needed',
      });

    const change = (current: string, next: string) =>
      here.call('POST', '/api/office/password', { current, next });
    expect((await change('wrong', 'một mật khẩu đủ dài')).body).toEqual({ kind: 'credentials-invalid' });
    for (const weak of ['ngắn', PASSWORD, `${lan.login} và thêm`])
      expect((await change(PASSWORD, weak)).body, weak).toMatchObject({ kind: 'password-too-weak' });

    const changed = await change(PASSWORD, 'một mật khẩu đủ dài');
    expect(changed.body).toMatchObject({ mustChangePassword: false });
    expect((await here.call('GET', '/api/office/dossiers')).status).toBe(200);
    expect((await elsewhere.call('GET', '/api/office/me')).status).toBe(401);
    expect((await signIn(lan.login, PASSWORD)).status).toBe(401);
    expect((await signIn(lan.login, 'một mật khẩu đủ dài')).status).toBe(200);
  });

  it('guessing the present password from an open session is slowed down too', async () => {
    const browser = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    const guess = (current: string) =>
      browser.call('POST', '/api/office/password', { current, next: 'một mật khẩu đủ dài' });
    for (let i = 0; i < 5; i += 1) expect((await guess(`wrong ${i}`)).status).toBe(401);
    expect((await guess(PASSWORD)).body).toMatchObject({ kind: 'too-many-requests' });
  });
});
