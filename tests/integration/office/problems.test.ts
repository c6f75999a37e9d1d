import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actOnProblem,
  getProblem,
  listProblems,
  type ProblemAct,
  type ProblemDetail,
  type ProblemView,
} from '../../../src/contract/operations/problems.ts';
import { escalateProblems } from '../../../src/server/commands/problem/escalate-problems.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { sampleReport } from '../../support/seal/samples.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, type Browser, COMMUNE, type Colleague, OTHER_COMMUNE, signedIn } from './desk.ts';

/* A problem from the village to the department that can answer it, and the answer back to the tablet. */

const MONDAY = '2026-11-16T02:00:00Z';

let server: TestApp;
let tablet: HeadlessTablet;
let colleague: Colleague;
let officer: Browser;
let specialist: Browser;
let otherSpecialist: Browser;
const department = v7();
const otherDepartment = v7();

beforeAll(async () => {
  server = await buildTestApp();
  server.setTime(MONDAY);
  tablet = await enrolledTablet(server);
  const { db } = server.deps;
  await db
    .insertInto('departments')
    .values([
      { id: department, commune: COMMUNE, name: 'Phòng Kinh tế', confirmed: false, created_at: new Date() },
      {
        id: otherDepartment,
        commune: COMMUNE,
        name: 'Phòng Văn hóa',
        confirmed: false,
        created_at: new Date(),
      },
    ])
    .execute();
  const specialistOf = async (id: string) => {
    const sang = await addColleague(server.deps, { roles: ['specialist'], name: 'Lê Văn Sáng' });
    await db.updateTable('staff').set({ department_id: id }).where('id', '=', sang.id).execute();
    return await signedIn(server.app, sang);
  };
  colleague = await addColleague(server.deps, { roles: ['officer'] });
  officer = await signedIn(server.app, colleague);
  specialist = await specialistOf(department);
  otherSpecialist = await specialistOf(otherDepartment);
});
afterAll(() => server.close());

async function report(changes: Parameters<typeof sampleReport>[0] = {}, photos = 0) {
  const taken = await Promise.all(
    Array.from({ length: photos }, () =>
      tablet.takePhoto('photo', crypto.getRandomValues(new Uint8Array(600)), 'image/jpeg'),
    ),
  );
  const message = sampleReport({
    id: v7(),
    assistedBy: tablet.assistedBy,
    attachments: taken.map(({ sealed }) => sealed),
    ...changes,
  });
  await tablet.sync([await tablet.sealReport(message)], { photos: taken });
  return { ...message, taken };
}

const at = (path: string, id: string) => path.replace(':id', id);

async function open(by: Browser, id: string): Promise<ProblemDetail> {
  const answer = await by.call('GET', at(getProblem.path, id));
  expect(answer.status).toBe(200);
  return getProblem.answer.parse(answer.body);
}

async function act(
  by: Browser,
  id: string,
  what: ProblemAct,
  given: { revision?: number; commandId?: string } = {},
) {
  const revision = given.revision ?? (await open(officer, id)).revision;
  return await by.call('POST', at(actOnProblem.path, id), {
    commandId: given.commandId ?? v7(),
    revision,
    act: what,
  });
}

const route: ProblemAct = {
  kind: 'route',
  departmentId: department,
  priority: 'ordinary',
  note: 'Nhờ xem giúp.',
};

async function idsIn(by: Browser, view: ProblemView) {
  const { body } = await by.call('GET', `${listProblems.path}?view=${view}`);
  return listProblems.answer.parse(body).problems.map(({ id }) => id);
}

const work = async (id: string) => {
  const fetched = await tablet.fetchWork();
  return fetched?.problems.find((problem) => problem.id === id);
};

describe('a problem', () => {
  it('is routed, answered by the department, read on the tablet, and closed', async () => {
    server.setTime(MONDAY);
    const { id, text, taken } = await report({}, 1);
    expect(await open(officer, id)).toMatchObject({
      state: 'sent',
      text,
      isLate: false,
      dueAt: '2026-11-19T10:00:00.000Z',
      isTimeConfirmed: false,
      files: [{ id: taken[0]?.sealed.id, mediaType: 'image/jpeg', state: 'stored' }],
      allowed: ['route', 'take', 'answer'],
    });
    // Nothing of it is the department's before it was given it.
    expect((await specialist.call('GET', at(getProblem.path, id))).status).toBe(403);
    expect((await act(officer, id, route)).status).toBe(200);
    expect(await idsIn(specialist, 'open')).toContain(id);
    expect(await idsIn(otherSpecialist, 'open')).not.toContain(id);
    expect((await act(specialist, id, { kind: 'take' })).body).toMatchObject({ assigneeName: 'Lê Văn Sáng' });
    expect(await work(id)).toMatchObject({
      state: 'routed',
      departmentName: 'Phòng Kinh tế',
      dueDate: '2026-11-19',
      answers: [],
    });
    const answered = await act(specialist, id, { kind: 'answer', text: 'Đã báo xã, thứ năm sửa.' });
    expect(answered.body).toMatchObject({ state: 'answered', allowed: ['answer'] });
    expect(await work(id)).toMatchObject({
      state: 'answered',
      dueDate: null,
      answers: [{ byName: 'Lê Văn Sáng', text: 'Đã báo xã, thứ năm sửa.' }],
    });
    expect((await act(officer, id, { kind: 'close' })).body).toMatchObject({ state: 'closed' });
    expect((await open(officer, id)).steps.map(({ action }) => action)).toEqual([
      'route',
      'take',
      'answer',
      'close',
    ]);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('its photo is seen by whom it was given to, and by no other department or commune', async () => {
    const { id, taken } = await report({}, 1);
    const photo = `/api/office/attachments/${taken[0]?.sealed.id}`;
    const elsewhere = await signedIn(
      server.app,
      await addColleague(server.deps, { roles: ['officer'], commune: OTHER_COMMUNE }),
    );
    await act(officer, id, route);
    const looking = async (by: Browser) => (await by.call('GET', photo)).status;
    expect([await looking(officer), await looking(specialist)]).toEqual([200, 200]);
    expect([await looking(otherSpecialist), await looking(elsewhere)]).toEqual([403, 403]);
  });

  it('about a dossier that comes later: it is named as soon as it is here', async () => {
    const { submission, sealed } = await finishedBirth(tablet);
    const { id } = await report({ about: submission.id });
    expect(await open(officer, id)).toMatchObject({ about: null, isAboutAwaited: true });
    await tablet.sync([sealed]);
    expect(await open(officer, id)).toMatchObject({
      about: {
        id: submission.id,
        kind: 'dossier',
        reference: submission.provisionalReference,
        mayOpen: true,
      },
      isAboutAwaited: false,
    });
  });

  it('about a refused dossier that was mended: the mended one is named', async () => {
    const refused = v7();
    const { submission } = await finishedBirth(tablet);
    const { id } = await report({ about: refused });
    const round = await tablet.sync([await tablet.seal({ ...submission, replaces: [refused] })]);
    expect(round.refusals).toEqual([]);
    expect(await open(officer, id)).toMatchObject({ about: { id: submission.id }, isAboutAwaited: false });
  });

  it('an urgent one is due sooner, counted from when it came', async () => {
    server.setTime(MONDAY);
    const { id } = await report();
    const routed = await act(officer, id, { ...route, priority: 'urgent' });
    expect(routed.body).toMatchObject({ priority: 'urgent', dueAt: '2026-11-16T10:00:00.000Z' });
  });

  it('two who act at once: one is told to look again, and the same act heard twice is one', async () => {
    const { id } = await report();
    const commandId = v7();
    const first = await act(officer, id, route, { revision: 1, commandId });
    const again = await act(officer, id, route, { revision: 1, commandId });
    expect([first.status, again.status]).toEqual([200, 200]);
    expect((await act(officer, id, { kind: 'take' }, { revision: 1 })).body).toMatchObject({
      kind: 'conflict',
      detail: 'revision',
    });
    expect((await act(officer, id, { kind: 'take' }, { commandId })).body).toMatchObject({
      kind: 'conflict',
      detail: 'command-id-used',
    });
    expect((await open(officer, id)).steps).toHaveLength(1);
  });

  it('is not closed without an answer, nor given to a department of another commune', async () => {
    const { id } = await report();
    expect((await act(officer, id, { kind: 'close' })).body).toMatchObject({ kind: 'state-not-allowed' });
    expect((await act(officer, id, { ...route, departmentId: v7() })).body).toMatchObject({
      kind: 'malformed',
    });
  });
});

describe('a late one', () => {
  it('is escalated once, whoever looks and however often, and again after it was reopened', async () => {
    server.setTime(MONDAY);
    const { id } = await report();
    const steps = async () => (await open(officer, id)).steps.map(({ action }) => action);
    const days = async (later: string) => {
      server.setTime(later);
      officer = await signedIn(server.app, colleague);
    };
    await days('2026-11-19T09:59:00Z');
    await escalateProblems(server.deps);
    expect(await steps()).toEqual([]);
    server.setTime('2026-11-19T10:01:00Z');
    await Promise.all([escalateProblems(server.deps), escalateProblems(server.deps)]);
    await escalateProblems(server.deps);
    expect(await steps()).toEqual(['escalated']);
    expect(await open(officer, id)).toMatchObject({ isLate: true, revision: 1 });
    expect(await idsIn(officer, 'late')).toContain(id);

    await act(officer, id, { kind: 'answer', text: 'Xong.' });
    expect(await open(officer, id)).toMatchObject({ isLate: false });
    await act(officer, id, { kind: 'reopen', reason: 'Vẫn hỏng.' });
    expect(await open(officer, id)).toMatchObject({
      state: 'routed',
      isLate: false,
      escalatedAt: null,
      dueAt: '2026-11-25T10:00:00.000Z',
    });
    await days('2026-11-26T02:00:00Z');
    await escalateProblems(server.deps);
    expect(await steps()).toEqual(['escalated', 'answer', 'reopen', 'escalated']);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });
});
