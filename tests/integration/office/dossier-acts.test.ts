import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import { listDepartments } from '../../../src/contract/operations/dossier-actions.ts';
import { DossierDetail } from '../../../src/contract/operations/office.ts';
import type { SupplementItem } from '../../../src/contract/operations/supplements.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { getOfficeSettings, saveOfficeSettings } from '../../../src/server/storage/settings.ts';
import { verifyDossiers } from '../../../src/server/storage/verify-dossiers.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addColleague,
  addDepartment,
  addDossier,
  addTablet,
  type Browser,
  type Colleague,
  id,
  signedIn,
  type Tablet,
} from './desk.ts';

let office: TestApp;
let tablet: Tablet;
let field: Colleague;
let lan: Colleague;
let chuyen: Colleague;
let officer: Browser;
let specialist: Browser;
let department: string;
const MONDAY = '2026-11-16T09:00:00+07:00';

beforeAll(async () => {
  office = await buildTestApp();
  department = await addDepartment(office.deps, 'Phòng Văn hóa - Xã hội (mẫu)');
  field = await addColleague(office.deps, { roles: ['field'], name: 'Lò Văn Páo', withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
  lan = await addColleague(office.deps, { roles: ['officer'] });
  chuyen = await addColleague(office.deps, { roles: ['specialist'], name: 'Hà Văn Chuyên', department });
});
afterAll(() => office.close());
beforeEach(() => comeBack(MONDAY));

/** At another time, with sessions of that time. */
async function comeBack(instant: string): Promise<void> {
  office.setTime(instant);
  officer = await signedIn(office.app, lan);
  specialist = await signedIn(office.app, chuyen);
}

const url = (dossierId: string) => `/api/office/dossiers/${dossierId}`;
const open = async (dossierId: string, from = officer) =>
  DossierDetail.parse((await from.call('GET', url(dossierId))).body);

async function act(dossierId: string, what: DossierAct, from = officer): Promise<DossierDetail> {
  const { revision } = await open(dossierId, from);
  const body = { commandId: id(), revision, act: what };
  const answer = await from.call('POST', `${url(dossierId)}/actions`, body);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return DossierDetail.parse(answer.body);
}

async function refusal(dossierId: string, what: object, from = officer) {
  const { revision } = await open(dossierId);
  const body = { commandId: id(), revision, act: what };
  const answer = await from.call('POST', `${url(dossierId)}/actions`, body);
  return [answer.status, answer.body];
}

const lastChange = async (dossierId: string) => {
  const rows = await office.deps.db.selectFrom('changes').select('body').orderBy('cursor', 'desc').execute();
  return rows.find(({ body }) => 'submissionId' in body && body.submissionId === dossierId)?.body;
};

/** A birth is due the same day; the registration of a social pension takes 10 working days in what ships. */
const file = () =>
  addDossier(office.deps, tablet, { procedure: { id: 'social-pension', caseId: 'from-75' } });

describe('the whole way of a dossier', () => {
  it('accepted, papers taken, forwarded, worked on by the department, back, done, in the citizen’s hand', async () => {
    const { id: dossier } = await file();
    const accepted = await act(dossier, { kind: 'accept' });
    expect(accepted).toMatchObject({ status: 'accepted', heldBy: null, punctuality: 'running' });
    await act(dossier, { kind: 'take-papers', note: '1 sổ hộ khẩu cũ, bản chính' });
    expect((await specialist.call('GET', url(dossier))).status).toBe(403);

    const forwarded = await act(dossier, {
      kind: 'forward',
      departmentId: department,
      note: 'Nhờ thẩm định',
    });
    expect(forwarded).toMatchObject({
      status: 'in-progress',
      heldBy: { id: department, name: 'Phòng Văn hóa - Xã hội (mẫu)' },
      papers: 'at-office',
    });
    expect(forwarded.allowed).not.toContain('finish');
    const theirs = await specialist.call('GET', '/api/office/dossiers?status=in-progress');
    expect(theirs.body).toMatchObject({ dossiers: [{ id: dossier }], counts: { 'in-progress': 1 } });

    const back = await act(dossier, { kind: 'hand-back', note: 'Đủ điều kiện' }, specialist);
    expect(back.heldBy).toBeNull();
    expect(back.history.at(-1)?.detail).toMatchObject({ isTakenBack: false });
    expect((await specialist.call('GET', url(dossier))).status).toBe(403);
    await comeBack('2026-11-18T10:00:00+07:00');
    const done = await act(dossier, { kind: 'finish', note: '' });
    expect(done).toMatchObject({ status: 'done', punctuality: 'early', endedAt: '2026-11-18T03:00:00.000Z' });
    const returned = await act(dossier, {
      kind: 'return-result',
      takenBy: 'Hà Thị Mây',
      as: 'owner',
      signedBy: 'thumbprint',
    });
    expect(returned).toMatchObject({ status: 'returned', allowed: ['give-back-papers'] });
    expect(returned.history.map(({ action }) => action)).toEqual([
      'filed',
      'accepted',
      'papers-taken',
      'forwarded',
      'handed-back',
      'finished',
      'returned',
    ]);
    expect(returned.history.at(-1)?.detail).toMatchObject({
      act: { takenBy: 'Hà Thị Mây', as: 'owner', signedBy: 'thumbprint' },
    });
    expect(await lastChange(dossier)).toMatchObject({ kind: 'dossier', status: 'returned' });
  });

  it('taken back from a department by the one-stop office is on record as taken', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    await act(dossier, { kind: 'forward', departmentId: department, note: '' });
    const back = await act(dossier, { kind: 'hand-back', note: 'Cần gấp' });
    expect(back.history.at(-1)?.detail).toMatchObject({
      from: 'Phòng Văn hóa - Xã hội (mẫu)',
      to: null,
      isTakenBack: true,
    });
  });

  it('tells the tablet no reason and no name, and keeps both off the audit chain', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'refuse', reason: 'Bà Hà Thị Mây không thuộc đối tượng' });
    expect(JSON.stringify(await lastChange(dossier))).not.toMatch(/Mây|đối tượng/);
    const audit = await office.deps.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject', '=', dossier)
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['dossier-refused']);
    expect(JSON.stringify(audit)).not.toMatch(/Mây|đối tượng/);
  });
});

describe('a supplement', () => {
  const items: SupplementItem[] = [
    {
      what: 'document',
      id: 'id-card',
      note: 'Ảnh bị mờ',
      copies: { original: 0, certified: 1, photocopy: 0 },
    },
  ];

  it('stops the clock, goes to whoever assisted, and counts on what was left', async () => {
    const { id: dossier } = await file();
    const accepted = await act(dossier, { kind: 'accept' });
    await comeBack('2026-11-17T09:00:00+07:00');
    const asked = await act(dossier, {
      kind: 'request-supplement',
      reason: 'Ảnh căn cước bị mờ',
      items: items,
      assignedTo: null,
    });
    expect(asked).toMatchObject({
      status: 'supplement-requested',
      supplement: 'asked',
      pausedAt: '2026-11-17T02:00:00.000Z',
      dueAt: accepted.dueAt,
    });
    const request = await office.deps.db
      .selectFrom('supplement_requests')
      .selectAll()
      .where('dossier_id', '=', dossier)
      .executeTakeFirstOrThrow();
    expect(request).toMatchObject({ number: 1, assigned_to: field.id, items: items, ended_at: null });

    // A week later, to the hour; the 24th is a day off.
    await comeBack('2026-11-25T09:00:00+07:00');
    const goingOn = await act(dossier, { kind: 'complete-supplement' });
    expect(goingOn).toMatchObject({ status: 'accepted', supplement: null, pausedAt: null });
    // 16 November and ten working days: the 1st of December, because the 24th is off. At nine on the 17th all ten were left.
    expect(accepted.dueAt).toBe('2026-12-01T10:00:00.000Z');
    expect(goingOn.dueAt).toBe('2026-12-08T10:00:00.000Z');
    expect(goingOn.dueReason.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['received', 'paused', 'resumed', 'left', 'due-at']),
    );
  });

  it('counts again from the acceptance where days off were announced since; not what was extended', async () => {
    const ask = { kind: 'request-payment', amount: 8000, forWhat: 'Lệ phí' } as const;
    const [promised, extended] = [(await file()).id, (await file()).id];
    for (const dossier of [promised, extended]) await act(dossier, { kind: 'accept' });
    await act(extended, { kind: 'extend', reason: 'Chờ tỉnh', until: '2026-12-07' });
    for (const dossier of [promised, extended]) await act(dossier, ask);
    const settings = await getOfficeSettings(office.deps.db);
    const announced = settings.years.map((year) =>
      year.year === 2026 ? { ...year, off: [...year.off, { date: '2026-11-27', confirmed: true }] } : year,
    );
    const save = (years: typeof announced) =>
      inTransaction(office.deps.db, (trx) =>
        saveOfficeSettings(trx, { ...settings, years }, office.deps.clock.now()),
      );
    await save(announced);
    const paid = { kind: 'confirm-payment', receiptNumber: '' } as const;
    const goneOn = await act(promised, paid);
    expect(goneOn.dueAt).toBe('2026-12-02T10:00:00.000Z');
    expect(goneOn.dueReason.map(({ key }) => key)).toContain('recounted');
    expect((await act(extended, paid)).dueAt).toBe('2026-12-07T10:00:00.000Z');
    await save(settings.years);
  });

  it('asked for a second time counts as late, and names a colleague of the field', async () => {
    const colleague = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
    const stranger = await addColleague(office.deps, {
      roles: ['field'],
      commune: '14845',
      withoutPassword: true,
    });
    const { id: dossier } = await file();
    const request = { kind: 'request-supplement', reason: 'Thiếu giấy', items: items } as const;
    await act(dossier, { ...request, assignedTo: null });
    await act(dossier, { kind: 'complete-supplement' });
    expect(await refusal(dossier, { ...request, assignedTo: stranger.id })).toEqual([
      400,
      { kind: 'malformed', detail: 'staff' },
    ]);
    await act(dossier, { ...request, assignedTo: colleague.id });
    await act(dossier, { kind: 'complete-supplement' });
    const accepted = await act(dossier, { kind: 'accept' });
    expect(accepted).toMatchObject({ supplementsAsked: 2, punctuality: 'overdue' });
  });
});

describe('money, extension and ends', () => {
  it('asked, paid and going on: the clock stands meanwhile', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    const asked = await act(dossier, {
      kind: 'request-payment',
      amount: 8000,
      forWhat: 'Lệ phí cấp bản sao',
    });
    expect(asked).toMatchObject({
      status: 'payment-requested',
      finance: 'asked',
      pausedAt: expect.any(String),
    });
    const paid = await act(dossier, { kind: 'confirm-payment', receiptNumber: 'BL-0007' });
    expect(paid).toMatchObject({ status: 'in-progress', finance: 'paid', pausedAt: null });
  });

  it('a first fee that was paid can be refunded after a second one was cancelled', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    await act(dossier, { kind: 'request-payment', amount: 8000, forWhat: 'Lệ phí cấp bản sao' });
    await act(dossier, { kind: 'confirm-payment', receiptNumber: 'BL-0008' });
    await act(dossier, { kind: 'request-payment', amount: 5000, forWhat: 'Phí sao chụp' });
    const cancelled = await act(dossier, { kind: 'cancel-payment', reason: 'Yêu cầu nhầm' });
    expect(cancelled).toMatchObject({ status: 'in-progress', finance: 'paid' });
    expect(cancelled.allowed).toContain('refund-payment');
    expect((await act(dossier, { kind: 'refund-payment', reason: 'Được miễn' })).finance).toBe('refunded');
  });

  it('is extended to a working day that is later, with an apology on record', async () => {
    const { id: dossier } = await file();
    const { dueAt } = await act(dossier, { kind: 'accept' });
    const extend = (until: string) => ({ kind: 'extend', reason: 'Chờ cấp tỉnh trả lời', until }) as const;
    expect(await refusal(dossier, extend('2026-11-30'))).toEqual([
      400,
      { kind: 'malformed', detail: 'date' },
    ]);
    expect(await refusal(dossier, extend('2026-12-05'))).toEqual([
      400,
      { kind: 'malformed', detail: 'date' },
    ]);
    const extended = await act(dossier, extend('2026-12-07'));
    expect(extended.dueAt).toBe('2026-12-07T10:00:00.000Z');
    const last = extended.history.at(-1);
    expect([last?.action, new Date(String(last?.detail.dueAtBefore)).toISOString()]).toEqual([
      'extended',
      dueAt,
    ]);
  });

  it('is not extended to a moment that has passed: after closing time no more to the same day', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    const extend = { kind: 'extend', reason: 'Chờ cấp tỉnh trả lời', until: '2026-12-03' } as const;
    await comeBack('2026-12-03T17:30:00+07:00');
    expect(await refusal(dossier, extend)).toEqual([400, { kind: 'malformed', detail: 'date' }]);
    await comeBack('2026-12-03T16:30:00+07:00');
    expect((await act(dossier, extend)).punctuality).toBe('running');
  });

  it('is not extended by a slip in the year, which nobody could take back', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    const extend = (until: string) => ({ kind: 'extend', reason: 'Chờ cấp tỉnh trả lời', until }) as const;
    // Both are Fridays.
    expect(await refusal(dossier, extend('2062-12-01'))).toEqual([
      400,
      { kind: 'malformed', detail: 'date' },
    ]);
    const extended = await act(dossier, extend('2028-11-10'));
    expect(extended.punctuality).toBe('running');
    // Nobody knows the days off of that year yet, and the date says so.
    expect(extended.dueReason.slice(-2)).toEqual([
      { key: 'extended', params: { date: '2028-11-10', time: '17:00' } },
      { key: 'year-unknown', params: { year: '2028' } },
    ]);
  });

  it('is overdue past its date, and an ended one was late', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    await comeBack('2026-12-02T09:00:00+07:00');
    expect((await open(dossier)).punctuality).toBe('overdue');
    const stopped = await act(dossier, { kind: 'stop', reason: 'Không bổ sung', ground: 'not-supplemented' });
    expect(stopped).toMatchObject({ status: 'stopped', punctuality: 'late' });
  });

  it('is not late where it ends because the citizen never brought what was asked in time', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    const items: SupplementItem[] = [{ what: 'question', id: 'applicant.phone', note: '' }];
    await act(dossier, { kind: 'request-supplement', reason: 'Thiếu số', items, assignedTo: null });
    await comeBack('2027-01-20T09:00:00+07:00');
    expect((await open(dossier)).punctuality).toBe('running');
    const stopped = await act(dossier, { kind: 'stop', reason: 'Không bổ sung', ground: 'not-supplemented' });
    expect(stopped).toMatchObject({ status: 'stopped', punctuality: 'early', supplement: null });
  });

  it('withdrawn while a supplement is awaited: nothing is awaited any more', async () => {
    const { id: dossier } = await file();
    await act(dossier, {
      kind: 'request-supplement',
      reason: 'Thiếu giấy',
      items: [{ what: 'question', id: 'applicant.phone', note: '' }],
      assignedTo: null,
    });
    expect(await act(dossier, { kind: 'withdraw', reason: 'Không cần nữa' })).toMatchObject({
      status: 'withdrawn',
      supplement: null,
      allowed: [],
    });
    const open = await office.deps.db
      .selectFrom('supplement_requests')
      .select('id')
      .where('dossier_id', '=', dossier)
      .where('ended_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
  });
});

describe('what cannot be', () => {
  it('a command id that was used for another act, or by another person, is a conflict', async () => {
    const { id: dossier } = await file();
    const commandId = id();
    const send = (revision: number, what: object, from = officer) =>
      from.call('POST', `${url(dossier)}/actions`, { commandId, revision, act: what });
    expect((await send(1, { kind: 'take-papers', note: 'Sổ hộ khẩu' })).status).toBe(200);
    expect((await send(1, { kind: 'take-papers', note: 'Sổ hộ khẩu' })).status).toBe(200);
    expect((await send(2, { kind: 'take-papers', note: 'Giấy khác' })).body).toEqual({
      kind: 'conflict',
      detail: 'command-id-used',
    });
    const other = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    expect((await send(2, { kind: 'take-papers', note: 'Sổ hộ khẩu' }, other)).status).toBe(409);
    expect((await open(dossier)).history).toHaveLength(2);
  });

  it('an old command is no key to a dossier that went on without whoever gave it', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    await act(dossier, { kind: 'forward', departmentId: department, note: '' });
    const { revision } = await open(dossier, specialist);
    const handBack = { commandId: id(), revision, act: { kind: 'hand-back', note: 'Xong' } };
    const send = () => specialist.call('POST', `${url(dossier)}/actions`, handBack);
    // The answer may get lost: whoever has just done it hears again what it led to.
    for (const answer of [await send(), await send()])
      expect(DossierDetail.parse(answer.body)).toMatchObject({ status: 'in-progress', heldBy: null });
    await act(dossier, { kind: 'finish', note: 'Chỉ một cửa biết' });
    expect([(await send()).status, (await send()).body]).toEqual([
      403,
      { kind: 'forbidden', detail: 'role' },
    ]);
  });

  it('a department of nobody, or the one that has it already', async () => {
    const { id: dossier } = await file();
    await act(dossier, { kind: 'accept' });
    const forward = (departmentId: string) => ({ kind: 'forward', departmentId, note: '' }) as const;
    expect(await refusal(dossier, forward(id()))).toEqual([400, { kind: 'malformed', detail: 'department' }]);
    await act(dossier, forward(department));
    expect((await refusal(dossier, forward(department)))[1]).toEqual({
      kind: 'state-not-allowed',
      detail: 'held-elsewhere',
    });
    expect((await refusal(dossier, forward(department), specialist))[1]).toEqual({
      kind: 'malformed',
      detail: 'department',
    });
  });
});

describe('departments', () => {
  it('are named by administrators, seen by whoever forwards, and never called alike', async () => {
    const admin = await signedIn(office.app, await addColleague(office.deps, { roles: ['administrator'] }));
    const put = (departmentId: string, name: string, from: Browser) =>
      from.call('PUT', `/api/office/departments/${departmentId}`, {
        commune: '14956',
        name,
        confirmed: false,
      });
    const one = id();
    expect((await put(one, 'Tư pháp - Hộ tịch', officer)).status).toBe(403);
    expect((await put(one, 'Tư pháp - Hộ tịch', admin)).status).toBe(200);
    expect((await put(id(), 'Tư pháp - Hộ tịch', admin)).body).toEqual({ kind: 'conflict', detail: 'taken' });
    expect((await put(one, 'Tư pháp', admin)).status).toBe(200);
    const seen = listDepartments.answer.parse((await officer.call('GET', '/api/office/departments')).body);
    expect(seen.departments.map(({ name, specialists }) => [name, specialists])).toEqual([
      ['Phòng Văn hóa - Xã hội (mẫu)', ['Hà Văn Chuyên']],
      ['Tư pháp', []],
    ]);
  });
});

it('every dossier is what its record makes of it, and the chain holds', async () => {
  const before = await verifyDossiers(office.deps.db);
  expect(before.dossiers).toBeGreaterThan(8);
  expect(before.disagreements).toEqual([]);
  expect((await verifyAuditChain(office.deps.db)).kind).toBe('intact');
  const { id: altered } = await file();
  await office.deps.db.updateTable('dossiers').set({ status: 'done' }).where('id', '=', altered).execute();
  expect((await verifyDossiers(office.deps.db)).disagreements).toEqual([
    { dossierId: altered, field: 'status' },
  ]);
});

it('an act in the middle of the comparing is no disagreement', async () => {
  const { id: moving } = await file();
  let isActed = false;
  const db = office.deps.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (!isActed) {
        isActed = true;
        await act(moving, { kind: 'accept' });
      }
      return result;
    },
  });
  expect((await verifyDossiers(db)).disagreements.map(({ dossierId }) => dossierId)).not.toContain(moving);
  expect((await open(moving)).status).toBe('accepted');
});
