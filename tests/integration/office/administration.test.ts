import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  changeWork,
  createEnrolmentCode,
  createStaff,
  DossierDetail,
  listDevices,
  listStaff,
  me,
  renewPassword,
  Settings,
} from '../../../src/contract/operations/office.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addColleague,
  addDepartment,
  addDossier,
  addTablet,
  type Browser,
  id,
  OTHER_COMMUNE,
  openBrowser,
  PASSWORD,
  signedIn,
} from './desk.ts';

let office: TestApp;
let administrator: Browser;
let officer: Browser;

beforeAll(async () => {
  office = await buildTestApp();
  office.setTime('2026-11-23T08:00:00+07:00');
  administrator = await signedIn(office.app, await addColleague(office.deps, { roles: ['administrator'] }));
  officer = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
});
afterAll(() => office.close());

const newcomer = (given: object = {}) => ({
  id: id(),
  login: `moi-${id().slice(-8)}`,
  displayName: 'Hà Văn Mới',
  roles: ['officer', 'field'],
  commune: '14956',
  ...given,
});
const create = (body: object, by = administrator) => by.call('POST', '/api/office/staff', body);

describe('new staff', () => {
  it('get a one-time password that lets them in to choose their own', async () => {
    const asked = newcomer();
    const made = createStaff.answer.parse((await create(asked)).body);
    expect(made.staff).toEqual({
      ...asked,
      commune: { code: '14956', name: 'Xã Pù Luông' },
      department: null,
    });
    const password = z.string().parse(made.oneTimePassword);
    const browser = openBrowser(office.app);
    const entered = await browser.call('POST', '/api/office/sign-in', { login: asked.login, password });
    expect(entered.body).toMatchObject({ mustChangePassword: true });
    const same = await browser.call('POST', '/api/office/password', { current: password, next: password });
    expect(same.body).toMatchObject({ kind: 'password-too-weak' });
    const next = { current: password, next: 'đường lên bản Kịt' };
    expect((await browser.call('POST', '/api/office/password', next)).status).toBe(200);
    expect((await browser.call('GET', '/api/office/dossiers')).status).toBe(200);
  });

  it('who only go to the field get none, and cannot sign in', async () => {
    const asked = newcomer({ roles: ['field'] });
    expect(createStaff.answer.parse((await create(asked)).body).oneTimePassword).toBeNull();
    for (const password of ['null', 'undefined', ' ']) {
      const entered = await openBrowser(office.app).call('POST', '/api/office/sign-in', {
        login: asked.login,
        password,
      });
      expect(entered.body).toEqual({ kind: 'credentials-invalid' });
    }
  });

  it('a repeated request (lost answer) gives a new one-time password in the place of the unseen one', async () => {
    const asked = newcomer();
    const first = createStaff.answer.parse((await create(asked)).body);
    const second = createStaff.answer.parse((await create(asked)).body);
    expect(second.staff).toEqual(first.staff);
    const enter = (password: string | null) =>
      openBrowser(office.app).call('POST', '/api/office/sign-in', { login: asked.login, password });
    expect((await enter(first.oneTimePassword)).status).toBe(401);
    const browser = openBrowser(office.app);
    await browser.call('POST', '/api/office/sign-in', {
      login: asked.login,
      password: second.oneTimePassword,
    });
    await browser.call('POST', '/api/office/password', {
      current: second.oneTimePassword,
      next: 'đường lên bản Kịt',
    });
    // Once the person has a password of their own, the same request must not take it from them.
    expect((await create(asked)).body).toEqual({ kind: 'conflict', detail: 'taken' });
    expect((await enter('đường lên bản Kịt')).status).toBe(200);
  });

  it('who has forgotten a password is given a one-time one; the old one and every session are over', async () => {
    const colleague = await addColleague(office.deps, { roles: ['officer'] });
    const theirs = await signedIn(office.app, colleague);
    const renew = (of: string, by = administrator) =>
      by.call('POST', `/api/office/staff/${of}/one-time-password`);
    expect((await renew(colleague.id, officer)).body).toEqual({ kind: 'forbidden', detail: 'role' });
    expect((await theirs.call('GET', '/api/office/me')).status).toBe(200);

    const renewed = renewPassword.answer.parse((await renew(colleague.id)).body);
    expect(renewed.staff.login).toBe(colleague.login);
    expect((await theirs.call('GET', '/api/office/me')).status).toBe(401);
    const enter = (password: string | undefined) =>
      openBrowser(office.app).call('POST', '/api/office/sign-in', { login: colleague.login, password });
    expect((await enter(PASSWORD)).status).toBe(401);
    expect((await enter(renewed.oneTimePassword)).body).toMatchObject({ mustChangePassword: true });
    // A lost answer: asked again, it gives another, and the one that nobody saw is over.
    const again = renewPassword.answer.parse((await renew(colleague.id)).body);
    expect((await enter(renewed.oneTimePassword)).status).toBe(401);
    expect((await enter(again.oneTimePassword)).status).toBe(200);

    const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
    expect((await renew(field.id)).body).toEqual({ kind: 'forbidden', detail: 'field-only' });
    const own = me.answer.parse((await administrator.call('GET', '/api/office/me')).body);
    expect((await renew(own.id)).body).toEqual({ kind: 'forbidden', detail: 'oneself' });
    expect((await renew(id())).status).toBe(404);
    const recorded = await office.deps.db
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', colleague.id)
      .where('action', '=', 'one-time-password-renewed')
      .execute();
    expect(recorded).toHaveLength(2);
  });

  it('whose work changes works by it from then on, and signs in anew; the same again changes nothing', async () => {
    const departments = [
      await addDepartment(office.deps, 'Tư pháp (mẫu)'),
      await addDepartment(office.deps, 'Địa chính (mẫu)'),
    ];
    const colleague = await addColleague(office.deps, { roles: ['officer'] });
    const theirs = await signedIn(office.app, colleague);
    const change = (body: object, of = colleague.id, by = administrator) =>
      by.call('PUT', `/api/office/staff/${of}/work`, body);
    const work = { roles: ['specialist'], departmentId: departments[0] };
    expect((await change(work, colleague.id, officer)).body).toEqual({ kind: 'forbidden', detail: 'role' });
    expect((await theirs.call('GET', '/api/office/me')).status).toBe(200);

    const changed = changeWork.answer.parse((await change(work)).body);
    expect(changed).toMatchObject({
      staff: { roles: ['specialist'], department: { id: departments[0] } },
      oneTimePassword: null,
    });
    expect((await theirs.call('GET', '/api/office/me')).status).toBe(401);
    // Their own password still lets them in, to other work.
    const again = await signedIn(office.app, colleague);
    expect(me.answer.parse((await again.call('GET', '/api/office/me')).body).roles).toEqual(['specialist']);
    expect((await change(work)).status).toBe(200);
    expect((await again.call('GET', '/api/office/me')).status).toBe(200);
    await change({ roles: ['specialist'], departmentId: departments[1] });
    const moved = listStaff.answer.parse((await administrator.call('GET', '/api/office/staff')).body);
    expect(moved.staff.find((one) => one.id === colleague.id)?.department?.id).toBe(departments[1]);
    const recorded = await office.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('subject', '=', colleague.id)
      .where('action', '=', 'staff-work-changed')
      .orderBy('seq')
      .execute();
    expect(recorded.map(({ detail }) => detail)).toMatchObject([
      { roles: [['officer'], ['specialist']], department: [null, departments[0]] },
      { department: departments },
    ]);
  });

  it('who comes into the office gets a one-time password, and who leaves it has none', async () => {
    const colleague = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
    const change = async (roles: readonly string[]) =>
      changeWork.answer.parse(
        (await administrator.call('PUT', `/api/office/staff/${colleague.id}/work`, { roles })).body,
      );
    const { oneTimePassword: password } = await change(['field', 'supervisor']);
    const enter = () =>
      openBrowser(office.app).call('POST', '/api/office/sign-in', { login: colleague.login, password });
    expect((await enter()).body).toMatchObject({ mustChangePassword: true });
    expect((await change(['field'])).oneTimePassword).toBeNull();
    expect((await enter()).status).toBe(401);
  });

  it('keeps the field for whoever has a tablet, the department for specialists, and one’s own work from oneself', async () => {
    const commune = OTHER_COMMUNE;
    const colleague = await addColleague(office.deps, { roles: ['field', 'officer'], commune });
    await addTablet(office.deps, colleague.id);
    const change = (body: object, of = colleague.id) =>
      administrator.call('PUT', `/api/office/staff/${of}/work`, body);
    expect((await change({ roles: ['officer'] })).body).toEqual({ kind: 'conflict', detail: 'has-tablets' });
    expect((await change({ roles: ['field', 'supervisor'] })).status).toBe(200);
    const theirs = await addDepartment(office.deps, 'Kinh tế (mẫu)', commune);
    const elsewhere = await addDepartment(office.deps, 'Văn hóa (mẫu)');
    for (const wrong of [
      { roles: ['field', 'officer'], departmentId: theirs },
      { roles: ['field', 'specialist'], departmentId: elsewhere },
    ])
      expect((await change(wrong)).body).toEqual({ kind: 'malformed', detail: 'department' });
    expect((await change({ roles: [] })).body).toMatchObject({ kind: 'malformed' });
    const own = me.answer.parse((await administrator.call('GET', '/api/office/me')).body);
    expect((await change({ roles: ['officer'] }, own.id)).body).toEqual({
      kind: 'forbidden',
      detail: 'oneself',
    });
    expect((await change({ roles: ['officer'] }, id())).status).toBe(404);
  });

  it('a login belongs to one person', async () => {
    const asked = newcomer();
    await create(asked);
    const other = await create({ ...asked, id: id() });
    expect([other.status, other.body]).toEqual([409, { kind: 'conflict', detail: 'taken' }]);
  });

  it('need a commune that exists, a clean login and an administrator', async () => {
    expect((await create(newcomer({ commune: '99999' }))).body).toEqual({
      kind: 'malformed',
      detail: 'commune',
    });
    expect((await create(newcomer({ login: 'Có Dấu' }))).status).toBe(400);
    expect((await create(newcomer({ roles: [] }))).status).toBe(400);
    expect((await create(newcomer(), officer)).body).toEqual({ kind: 'forbidden', detail: 'role' });
  });

  it('stand in the list with their tablets; a supervisor sees the own commune only', async () => {
    const near = await addColleague(office.deps, { roles: ['field'], name: 'Ở gần' });
    const far = await addColleague(office.deps, { roles: ['field'], commune: OTHER_COMMUNE });
    const tablet = await addTablet(office.deps, near.id, 'Máy ở gần');
    await addTablet(office.deps, far.id, 'Máy ở xa');
    const supervisor = await signedIn(office.app, await addColleague(office.deps, { roles: ['supervisor'] }));

    const all = listStaff.answer.parse((await administrator.call('GET', '/api/office/staff')).body).staff;
    expect(all.find((one) => one.id === near.id)).toMatchObject({ devices: 1, displayName: 'Ở gần' });
    expect(all.map((one) => one.id)).toContain(far.id);
    const seen = listStaff.answer.parse((await supervisor.call('GET', '/api/office/staff')).body).staff;
    expect(seen.map((one) => one.id)).toContain(near.id);
    expect(seen.map((one) => one.id)).not.toContain(far.id);
    expect((await officer.call('GET', '/api/office/staff')).status).toBe(403);

    const names = async (by: Browser) =>
      listDevices.answer
        .parse((await by.call('GET', '/api/office/devices')).body)
        .devices.map(({ name }) => name);
    expect(await names(administrator)).toEqual(expect.arrayContaining(['Máy ở gần', 'Máy ở xa']));
    expect(await names(supervisor)).toEqual(['Máy ở gần']);
    await office.deps.db
      .updateTable('devices')
      .set({ revoked_at: office.deps.clock.now() })
      .where('id', '=', tablet.deviceId)
      .execute();
    expect(await names(supervisor)).toEqual([]);
  });
});

describe('enrolment codes', () => {
  it('are made for field staff, by administrators, and kept only as a hash', async () => {
    const field = await addColleague(office.deps, { roles: ['field'], name: 'Lò Văn Páo' });
    const ask = (body: object, by = administrator) => by.call('POST', '/api/office/enrolment-codes', body);
    const made = createEnrolmentCode.answer.parse((await ask({ staffId: field.id, hoursValid: 48 })).body);
    expect(made).toMatchObject({
      staffName: 'Lò Văn Páo',
      communeName: 'Xã Pù Luông',
      expiresAt: '2026-11-25T01:00:00.000Z',
    });
    expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(made.enrolUrl).toContain(made.code);
    const kept = await office.deps.db
      .selectFrom('enrolment_codes')
      .selectAll()
      .where('staff_id', '=', field.id)
      .execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(made.code.replace('-', ''));

    expect((await ask({ staffId: field.id }, officer)).body).toEqual({ kind: 'forbidden', detail: 'role' });
    expect((await ask({ staffId: id() })).status).toBe(404);
    const desk = await addColleague(office.deps, { roles: ['officer'] });
    expect((await ask({ staffId: desk.id })).body).toEqual({ kind: 'forbidden', detail: 'not-field-staff' });
    expect((await ask({ staffId: field.id, hoursValid: 169 })).status).toBe(400);
  });
});

describe('settings', () => {
  it('begin with what is known, marked as unconfirmed; what is saved comes back and is used', async () => {
    const start = Settings.parse((await officer.call('GET', '/api/office/settings')).body);
    expect(start.unitCode).toEqual({ value: '000.00.00.H56', confirmed: false });
    expect(start.years.map(({ year }) => year)).toContain(2026);

    const saved: Settings = {
      ...start,
      unitCode: { value: 'G09.20', confirmed: true },
      closingTime: '16:30',
    };
    expect((await administrator.call('PUT', '/api/office/settings', saved)).body).toEqual(saved);
    expect((await administrator.call('PUT', '/api/office/settings', saved)).status).toBe(200);
    expect((await officer.call('GET', '/api/office/settings')).body).toEqual(saved);

    const field = await addColleague(office.deps, { roles: ['field'] });
    const { id: dossierId } = await addDossier(office.deps, await addTablet(office.deps, field.id));
    const accepted = await officer.call('POST', `/api/office/dossiers/${dossierId}/actions`, {
      commandId: id(),
      revision: 1,
      act: { kind: 'accept' },
    });
    expect(DossierDetail.parse(accepted.body)).toMatchObject({
      officialCode: 'G09.20-261123-0001',
      dueAt: '2026-11-23T09:30:00.000Z',
    });
  });

  it('are changed by administrators, with sense', async () => {
    const now = Settings.parse((await officer.call('GET', '/api/office/settings')).body);
    expect((await officer.call('PUT', '/api/office/settings', now)).status).toBe(403);
    const wrong = await administrator.call('PUT', '/api/office/settings', { ...now, closingTime: '24:30' });
    expect([wrong.status, wrong.body]).toEqual([
      400,
      { kind: 'malformed', detail: 'closingTime is no time of day after 15:00' },
    ]);
    expect((await officer.call('GET', '/api/office/settings')).body).toEqual(now);
  });
});

describe('communes', () => {
  it('of a province are public', async () => {
    const answer = await openBrowser(office.app).call('GET', '/api/communes/38');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      communes: expect.arrayContaining([{ code: '14956', name: 'Xã Pù Luông' }]),
    });
    expect((await openBrowser(office.app).call('GET', '/api/communes/00')).status).toBe(404);
  });
});
