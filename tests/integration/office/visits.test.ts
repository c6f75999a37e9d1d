import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  cancelVisit,
  changeVisit,
  findHouseholds,
  getCalendar,
  type PlannedVisit,
  planVisit,
} from '../../../src/contract/operations/tasks.ts';
import type { VisitReport } from '../../../src/contract/up/report.ts';
import { actOnDossier } from '../../../src/server/commands/dossier/act-on-dossier.ts';
import { sampleAccount } from '../../../src/server/demo/sample-submission.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import {
  addAccount,
  addColleague,
  addTablet,
  type Browser,
  type Colleague,
  OTHER_COMMUNE,
  signedIn,
} from './desk.ts';

/* From the supervisor's plan to the tablet and back, with what follows from dossiers and accounts beside it. */

let server: TestApp;
let tablet: HeadlessTablet;
let supervisor: Browser;
let officer: Browser;
let officerId: string;
const me = () => tablet.assistedBy.staffId;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  supervisor = await signedIn(server.app, await addColleague(server.deps, { roles: ['supervisor'] }));
  const colleague = await addColleague(server.deps, { roles: ['officer'] });
  officerId = colleague.id;
  officer = await signedIn(server.app, colleague);
});
afterAll(() => server.close());

const planned = (changes: Partial<z.input<typeof planVisit.body & object>> = {}) => ({
  id: v7(),
  day: '2026-11-25',
  village: 'bản Đôn',
  note: 'Mang theo máy in.',
  households: [{ name: 'Bùi Thị Mậu', note: 'nhà cạnh suối', accountId: null, dossierId: null }],
  staffIds: [me()],
  ...changes,
});

const at = (path: string, id: string) => path.replace(':id', id);

async function plan(changes: Parameters<typeof planned>[0] = {}): Promise<PlannedVisit> {
  const answer = await supervisor.call('POST', planVisit.path, planned(changes));
  expect(answer.status).toBe(200);
  return planVisit.answer.parse(answer.body);
}

async function calendar(of: Browser = officer, from = '2026-11-01', to = '2026-11-30') {
  const { body } = await of.call('GET', `${getCalendar.path}?from=${from}&to=${to}`);
  return getCalendar.answer.parse(body);
}

const seen = async (id: string) => (await calendar()).visits.find((visit) => visit.id === id);

async function say(visitId: string, changes: Partial<VisitReport> = {}) {
  const report: VisitReport = {
    kind: 'visit',
    id: v7(),
    taskId: visitId,
    outcome: 'done',
    note: 'Đã làm xong hai hồ sơ.',
    attachments: [],
    assistedBy: tablet.assistedBy,
    at: '2026-11-25T03:00:00.000Z',
    ...changes,
  };
  const sealed = await tablet.sealReport(report);
  return { report, sealed, round: await tablet.sync([sealed]) };
}

const work = async () => {
  const fetched = await tablet.fetchWork();
  if (fetched === undefined) throw new Error('no work');
  return fetched;
};

describe('a visit', () => {
  it('reaches the tablet of who goes, and what they say of it the office', async () => {
    const visit = await plan();
    const { changes } = await tablet.sync([]);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'work', staffId: me() }));
    expect((await work()).visits).toContainEqual({
      id: visit.id,
      day: '2026-11-25',
      village: 'bản Đôn',
      note: 'Mang theo máy in.',
      households: visit.households,
      colleagues: [],
      status: 'planned',
    });
    const { report } = await say(visit.id);
    expect(await seen(visit.id)).toMatchObject({
      status: 'done',
      words: [{ id: report.id, outcome: 'done', note: report.note, byName: 'Quản trị viên' }],
    });
    expect((await work()).visits.find(({ id }) => id === visit.id)?.status).toBe('done');
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('is planned once, however often it is asked for; another plan under its id is a conflict', async () => {
    const body = planned();
    const first = await supervisor.call('POST', planVisit.path, body);
    const again = await supervisor.call('POST', planVisit.path, body);
    expect(again.body).toEqual(first.body);
    const other = await supervisor.call('POST', planVisit.path, { ...body, village: 'bản Kịt' });
    expect(other).toMatchObject({ status: 409, body: { kind: 'conflict' } });
  });

  it('a change that crossed another is refused, and the same one heard again is not', async () => {
    const visit = await plan();
    const { id, staffIds, ...rest } = planned({ day: '2026-11-26' });
    const body = { ...rest, staffIds, revision: visit.revision };
    const changed = await supervisor.call('PUT', at(changeVisit.path, visit.id), body);
    expect(changed).toMatchObject({ status: 200, body: { day: '2026-11-26', revision: 2 } });
    const heardAgain = await supervisor.call('PUT', at(changeVisit.path, visit.id), body);
    expect(heardAgain).toMatchObject({ status: 200, body: { revision: 2 } });
    const crossed = await supervisor.call('PUT', at(changeVisit.path, visit.id), {
      ...body,
      day: '2026-11-27',
    });
    expect(crossed).toMatchObject({ status: 409, body: { kind: 'conflict', detail: 'revision' } });
  });

  it('cancelled at the office and made all the same by staff without a signal: it was made', async () => {
    const visit = await plan();
    const cancelled = await supervisor.call('POST', at(cancelVisit.path, visit.id), {
      revision: visit.revision,
      reason: 'Mưa lớn.',
    });
    expect(cancelled).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancelledBecause: 'Mưa lớn.' },
    });
    await say(visit.id);
    expect(await seen(visit.id)).toMatchObject({ status: 'done' });
  });

  it('the same word twice is one word; a later one of another outcome stands beside it', async () => {
    const visit = await plan();
    const { sealed } = await say(visit.id, { outcome: 'not-met', note: 'Cả nhà đi nương.' });
    await tablet.sync([sealed]);
    expect(await seen(visit.id)).toMatchObject({ status: 'not-met', words: [{ outcome: 'not-met' }] });
    await say(visit.id);
    const now = await seen(visit.id);
    expect(now?.status).toBe('done');
    expect(now?.words.map(({ outcome }) => outcome)).toEqual(['not-met', 'done']);
  });

  it('reaches the tablet however many went by without a word', async () => {
    const forgotten = await plan({ day: '2026-01-05' });
    await sql`
      with made as (
        insert into tasks
        select (jsonb_populate_record(null::tasks, to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()))).*
        from tasks as t, generate_series(1, 200) where t.id = ${forgotten.id}
        returning id
      )
      insert into task_staff (task_id, staff_id) select id, ${me()} from made`.execute(server.deps.db);
    const visit = await plan({ day: '2026-12-30' });
    const { visits } = await work();
    expect(visits.map(({ id }) => id)).toContain(visit.id);
    expect(visits.map(({ day }) => day)).toEqual(visits.map(({ day }) => day).sort());
  });

  it('a word on a visit that nobody planned is kept, receipted, and changes nothing', async () => {
    const { round } = await say(v7());
    expect(round.receipts).toHaveLength(1);
  });

  it('is nothing for specialists and administrators; nobody is sent who is not field staff of the commune', async () => {
    for (const role of ['specialist', 'administrator'] as const) {
      const other = await signedIn(server.app, await addColleague(server.deps, { roles: [role] }));
      expect((await other.call('POST', planVisit.path, planned())).status).toBe(403);
      expect((await other.call('GET', `${getCalendar.path}?from=2026-11-01&to=2026-11-30`)).status).toBe(403);
    }
    expect((await calendar()).mayPlan).toBe(true);
    const stranger: Colleague = await addColleague(server.deps, {
      roles: ['field'],
      commune: OTHER_COMMUNE,
      withoutPassword: true,
    });
    for (const staffIds of [[officerId], [stranger.id], [v7()]])
      expect((await supervisor.call('POST', planVisit.path, planned({ staffIds }))).status).toBe(403);
  });

  it('is not seen from another commune', async () => {
    const visit = await plan();
    const elsewhere = await signedIn(
      server.app,
      await addColleague(server.deps, { roles: ['supervisor'], commune: OTHER_COMMUNE }),
    );
    expect((await calendar(elsewhere)).visits).toEqual([]);
    const cancelling = await elsewhere.call('POST', at(cancelVisit.path, visit.id), {
      revision: 1,
      reason: 'x',
    });
    expect(cancelling.status).toBe(403);
  });
});

describe('what stands beside visits', () => {
  it('a supplement is read from its dossier, names the visit that goes there, and is gone with the request', async () => {
    const { submission, sealed, photos } = await finishedBirth(tablet);
    await tablet.sync([sealed], { photos: photos.slice(-1) });
    const commandId = v7();
    const by = { staffId: officerId, roles: ['officer'], commune: '14956', department: null } as const;
    const asked = await actOnDossier(server.deps, by, {
      dossierId: submission.id,
      commandId,
      revision: 1,
      act: {
        kind: 'request-supplement',
        reason: 'Thiếu số của cha.',
        items: [{ what: 'question', id: 'father.nationalId', note: '' }],
        assignedTo: null,
      },
    });
    expect(asked).toEqual({ kind: 'done' });
    const find = async () => (await calendar()).supplements.find(({ id }) => id === commandId);
    expect(await find()).toMatchObject({ dossierId: submission.id, visit: null, arrivedAt: null });
    const visit = await plan({
      households: [{ name: 'Hà Thị Mẫu', note: '', accountId: null, dossierId: submission.id }],
    });
    expect(await find()).toMatchObject({ visit: { id: visit.id, day: visit.day } });
    const revision = (
      await server.deps.db
        .selectFrom('dossiers')
        .select('revision')
        .where('id', '=', submission.id)
        .executeTakeFirstOrThrow()
    ).revision;
    await actOnDossier(server.deps, by, {
      dossierId: submission.id,
      commandId: v7(),
      revision,
      act: { kind: 'complete-supplement' },
    });
    expect(await find()).toBeUndefined();
  });

  it('an appointment with the police is read from the account, on its day alone', async () => {
    const signature = await tablet.takePhoto(
      'signature',
      crypto.getRandomValues(new Uint8Array(300)),
      'image/png',
    );
    const sample = sampleAccount({
      tablet,
      finishedAt: new Date('2026-11-22T03:00:00Z'),
      signature,
      name: 'Vi Thị Hẹn',
      village: 'bản Kịt',
      birthYear: 1948,
    });
    const submission = {
      ...sample,
      answers: {
        ...sample.answers,
        'readiness.level': 'level-2',
        'readiness.transport': 'yes',
        'readiness.appointment': 'yes',
        'readiness.appointmentPlace': 'Công an xã',
        'readiness.appointmentDate': { year: 2026, month: 12, day: 3 },
      },
    };
    const round = await tablet.sync([await tablet.seal(submission)], { photos: [signature] });
    expect(round.refusals).toEqual([]);
    expect((await calendar(officer, '2026-12-01', '2026-12-31')).appointments).toEqual([
      {
        kind: 'appointment',
        id: submission.id,
        day: '2026-12-03',
        name: 'Vi Thị Hẹn',
        village: 'bản Kịt',
        place: 'Công an xã',
        needsTransport: true,
      },
    ]);
    expect((await calendar(officer, '2026-12-04', '2027-01-31')).appointments).toEqual([]);
  });

  it('households are found by name without accents and by village', async () => {
    const found = async (search: string) => {
      const { body } = await supervisor.call(
        'GET',
        `${findHouseholds.path}?${new URLSearchParams({ search })}`,
      );
      return findHouseholds.answer.parse(body).households.map(({ name }) => name);
    };
    expect(await found('vi thi hen')).toEqual(['Vi Thị Hẹn']);
    expect(await found('bản Kịt')).toContain('Vi Thị Hẹn');

    // A visit goes to sixty of them at most: whoever is not chosen yet is among those found.
    const desk = await addTablet(server.deps, me());
    for (let n = 1; n <= 61; n += 1)
      await addAccount(server.deps, desk, `Hà Văn ${n}`, { village: 'Bản Sài' });
    expect(await found('bản Sài')).toHaveLength(61);
  });

  it('an appointment is shown on its day however many there are in the year, on the tablet too', async () => {
    const { db } = server.deps;
    const [one] = (await calendar(officer, '2026-12-01', '2026-12-31')).appointments;
    await sql`
      with made as (
        insert into envelopes
        select (jsonb_populate_record(null::envelopes, to_jsonb(e)
          || jsonb_build_object('id', gen_random_uuid(), 'digest', 'd' || n))).*
        from envelopes as e, generate_series(1, 1000) as n where e.id = ${one?.id}
        returning id
      )
      insert into accounts
      select (jsonb_populate_record(null::accounts, jsonb_set(to_jsonb(a), '{submission,answers,readiness.appointmentDate}',
        '{"year": 2026, "month": 3, "day": 3}') || jsonb_build_object('id', made.id))).*
      from accounts as a, made where a.id = ${one?.id}`.execute(db);
    // Written anew, its row comes after all the others.
    await db
      .updateTable('accounts')
      .set({ village: 'bản Kịt' })
      .where('id', '=', one?.id ?? '')
      .execute();
    expect((await calendar(officer, '2026-12-01', '2026-12-31')).appointments).toEqual([one]);
    expect((await work()).appointments.map(({ accountId }) => accountId)).toEqual([one?.id]);
  });
});
