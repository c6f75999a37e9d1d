import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listDossiers,
  listQueueChoices,
  listSavedFilters,
  type QueueFilter,
} from '../../../src/contract/operations/queue.ts';
import type { SupplementState } from '../../../src/domain/dossier/state.ts';
import type { DossierStatus } from '../../../src/domain/dossier/status.ts';
import { countDossiers } from '../../../src/server/storage/queue/queue-facts.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addColleague,
  addDepartment,
  addDossier,
  addTablet,
  type Browser,
  COMMUNE,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

let office: TestApp;
let tablet: Tablet;
let browser: Browser;

beforeAll(async () => {
  office = await buildTestApp();
  // A Monday.
  office.setTime('2026-11-23T08:00:00+07:00');
  const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
  browser = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
});
afterAll(() => office.close());

interface Standing {
  readonly name?: string;
  readonly commune?: string;
  readonly status?: DossierStatus;
  readonly village?: string;
  readonly procedure?: string;
  readonly dueAt?: string;
  readonly heldBy?: string;
  readonly supplement?: SupplementState;
  readonly from?: Tablet;
}

/** A dossier as other commands would have left it. */
async function standing(given: Standing): Promise<string> {
  const filed = await addDossier(office.deps, given.from ?? tablet, {
    ...(given.name !== undefined && { name: given.name }),
    ...(given.commune !== undefined && { commune: given.commune }),
  });
  await office.deps.db
    .updateTable('dossiers')
    .set({
      status: given.status ?? 'registered',
      held_by: given.heldBy ?? null,
      supplement: given.supplement ?? null,
      ...(given.village !== undefined && { village: given.village }),
      ...(given.procedure !== undefined && { procedure_id: given.procedure }),
      ...(given.dueAt !== undefined && { due_at: new Date(given.dueAt) }),
    })
    .where('id', '=', filed.id)
    .execute();
  return filed.id;
}

async function idsOf(filter: QueueFilter): Promise<string[]> {
  const answer = await browser.call(
    'GET',
    `/api/office/dossiers?${new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]))}`,
  );
  expect(answer.status).toBe(200);
  return listDossiers.answer.parse(answer.body).dossiers.map((line) => line.id);
}

async function search(text: string, filter: QueueFilter = {}, after?: string) {
  const body = { filter, search: text, ...(after === undefined ? {} : { after }) };
  const answer = await browser.call('POST', '/api/office/dossiers/search', body);
  expect(answer.status).toBe(200);
  return listDossiers.answer.parse(answer.body);
}

describe('filters', () => {
  it('narrow by village, procedure and tablet, alone and together', async () => {
    const other = await addTablet(office.deps, tablet.staffId, 'Máy bản 2');
    const here = await standing({ village: 'Bản Hiêu', procedure: 'marriage-registration' });
    const there = await standing({ village: 'Bản Hiêu', from: other });
    expect((await idsOf({ village: 'Bản Hiêu' })).sort()).toEqual([here, there].sort());
    expect(await idsOf({ village: 'Bản Hiêu', procedure: 'marriage-registration' })).toEqual([here]);
    expect(await idsOf({ tablet: other.deviceId })).toEqual([there]);
    expect(await idsOf({ village: 'Bản Hiêu', tablet: other.deviceId, status: 'accepted' })).toEqual([]);
  });

  it('tell late, today and this week by the day in Việt Nam, and only while time runs', async () => {
    const status = 'accepted';
    // Two hours before midnight at the office; in UTC it is still the same afternoon.
    const late = await standing({ status, dueAt: '2026-11-22T22:00:00+07:00' });
    const today = await standing({ status, dueAt: '2026-11-23T17:00:00+07:00' });
    const sunday = await standing({ status: 'in-progress', dueAt: '2026-11-29T23:59:00+07:00' });
    const monday = await standing({ status, dueAt: '2026-11-30T00:00:00+07:00' });
    const paused = await standing({ status: 'supplement-requested', dueAt: '2026-11-20T17:00:00+07:00' });
    expect(await idsOf({ due: 'late' })).toEqual([late]);
    expect(await idsOf({ due: 'today' })).toEqual([today]);
    expect((await idsOf({ due: 'week' })).sort()).toEqual([today, sunday].sort());
    for (const due of ['late', 'today', 'week'] as const) {
      expect(await idsOf({ due })).not.toContain(monday);
      expect(await idsOf({ due })).not.toContain(paused);
    }
    office.setTime('2026-11-24T00:01:00+07:00');
    // The morning's session does not last that long.
    browser = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    expect((await idsOf({ due: 'late' })).sort()).toEqual([late, today].sort());
  });

  it('tell for whom a dossier waits', async () => {
    const village = 'Bản Chờ';
    const department = id();
    await office.deps.db
      .insertInto('departments')
      .values({
        id: department,
        commune: COMMUNE,
        name: 'Phòng Kinh tế',
        confirmed: false,
        created_at: new Date(),
      })
      .execute();
    const held = await standing({ village, status: 'in-progress', heldBy: department });
    const ours = await standing({ village, status: 'in-progress' });
    const office1 = await standing({ village, status: 'registered' });
    const citizen = await standing({ village, status: 'payment-requested' });
    const ended = await standing({ village, status: 'refused' });
    expect((await idsOf({ village, waiting: 'one-stop' })).sort()).toEqual([ours, office1].sort());
    expect(await idsOf({ village, waiting: 'department' })).toEqual([held]);
    expect(await idsOf({ village, waiting: 'citizen' })).toEqual([citizen]);
    expect(await idsOf({ village })).toContain(ended);
  });

  it('tell that a supplement which the citizen has sent waits for whoever has the dossier', async () => {
    const village = 'Bản Bổ Sung';
    const asked = { village, status: 'supplement-requested' } as const;
    const department = await addDepartment(office.deps, 'Phòng Địa chính');
    const awaited = await standing({ ...asked, supplement: 'asked' });
    const sent = await standing({ ...asked, supplement: 'sent' });
    const theirs = await standing({ ...asked, supplement: 'sent', heldBy: department });
    expect(await idsOf({ village, waiting: 'citizen' })).toEqual([awaited]);
    expect(await idsOf({ village, waiting: 'one-stop' })).toEqual([sent]);
    expect(await idsOf({ village, waiting: 'department' })).toEqual([theirs]);
  });

  it('offer what there is, of the own commune alone', async () => {
    await standing({ village: 'Bản Xa', commune: OTHER_COMMUNE });
    await standing({ village: 'Bản Gần' });
    const answer = await browser.call('GET', '/api/office/queue-choices');
    const choices = listQueueChoices.answer.parse(answer.body);
    expect(choices.villages).toContain('Bản Gần');
    expect(choices.villages).not.toContain('Bản Xa');
    expect(choices.procedures).toContain('birth-registration');
    expect(choices.tablets.map(({ name }) => name)).toEqual(['Máy bản 1', 'Máy bản 2']);
  });

  it('are not shown to an administrator, who reads no dossier', async () => {
    const person = await addColleague(office.deps, { roles: ['administrator'] });
    const administrator = await signedIn(office.app, person);
    for (const url of ['dossiers?due=late', 'queue-choices'])
      expect((await administrator.call('GET', `/api/office/${url}`)).status, url).toBe(403);
    const body = { filter: {}, search: 'ha' };
    expect((await administrator.call('POST', '/api/office/dossiers/search', body)).status).toBe(403);
  });
});

describe('a search', () => {
  it('takes the beginnings of words, in any order, and any part of a code from where it begins', async () => {
    const found = await standing({ name: 'Lò Thị Phước Đậu' });
    await office.deps.db
      .updateTable('dossiers')
      .set({ official_code: '000.00.00.H56-261120-0417' })
      .where('id', '=', found)
      .execute();
    for (const typed of [
      'phuoc lo',
      'Đậ',
      'h56-261120',
      '261120-0417',
      '2611200417',
      '0417',
      '000.00.00.H56',
    ])
      expect(
        (await search(typed)).dossiers.map((line) => line.id),
        typed,
      ).toContain(found);
    for (const typed of ['phuoc le', 'uoc', '1120', "phuoc' | 'thi", 'phuoc:*', '!phuoc', '\\'])
      expect(
        (await search(typed)).dossiers.map((line) => line.id),
        typed,
      ).not.toContain(found);
  });

  it('stays within filter and commune, and goes on page by page', async () => {
    for (let n = 0; n < 60; n += 1) await standing({ name: 'Quách Nhiều Lắm', village: 'Bản Đông' });
    await standing({ name: 'Quách Nhiều Lắm', village: 'Bản Khác' });
    await standing({ name: 'Quách Nhiều Lắm', village: 'Bản Đông', commune: OTHER_COMMUNE });
    const first = await search('nhieu', { village: 'Bản Đông' });
    expect(first.dossiers).toHaveLength(50);
    const rest = await search('nhieu', { village: 'Bản Đông' }, first.next ?? '');
    expect(rest.next).toBeNull();
    const all = [...first.dossiers, ...rest.dossiers];
    expect(new Set(all.map((line) => line.id)).size).toBe(60);
    expect(new Set(all.map((line) => line.village))).toEqual(new Set(['Bản Đông']));
  });

  it('refuses a page mark that it did not make', async () => {
    const body = { filter: {}, search: 'ha', after: 'yesterday' };
    expect((await browser.call('POST', '/api/office/dossiers/search', body)).body).toMatchObject({
      kind: 'malformed',
    });
  });
});

it('counts by status are those of the rows, whatever happened to them', async () => {
  const scope = { kind: 'commune', commune: COMMUNE } as const;
  await office.deps.db
    .updateTable('dossiers')
    .set({ status: 'done' })
    .where('status', '=', 'accepted')
    .execute();
  const moved = await standing({ status: 'returned' });
  await office.deps.db
    .updateTable('dossiers')
    .set({ commune: OTHER_COMMUNE })
    .where('id', '=', moved)
    .execute();
  const gone = await standing({ status: 'stopped' });
  await office.deps.db.deleteFrom('dossier_actions').where('dossier_id', '=', gone).execute();
  await office.deps.db.deleteFrom('dossiers').where('id', '=', gone).execute();
  const rows = await office.deps.db
    .selectFrom('dossiers')
    .select(['status', (eb) => eb.fn.countAll<string>().as('n')])
    .where('commune', '=', COMMUNE)
    .groupBy('status')
    .execute();
  const counted = Object.entries(await countDossiers(office.deps.db, scope)).filter(([, n]) => n > 0);
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)])),
  );
});

describe('saved filters', () => {
  const put = (from: Browser, body: object) => from.call('PUT', '/api/office/saved-filters', body);
  const saved = async (from: Browser) =>
    listSavedFilters.answer.parse((await from.call('GET', '/api/office/saved-filters')).body).filters;

  it('belong to one officer; the same name again takes the place of the first', async () => {
    const colleague = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    await put(browser, { id: id(), name: 'Trễ ở Hiêu', filter: { village: 'Bản Hiêu' } });
    await put(browser, { id: id(), name: 'Trễ ở Hiêu', filter: { village: 'Bản Hiêu', due: 'late' } });
    expect(await saved(browser)).toMatchObject([
      { name: 'Trễ ở Hiêu', filter: { village: 'Bản Hiêu', due: 'late' } },
    ]);
    expect(await saved(colleague)).toEqual([]);
    const [mine] = await saved(browser);
    await colleague.call('DELETE', `/api/office/saved-filters/${mine?.id}`);
    expect(await saved(browser)).toHaveLength(1);
    await browser.call('DELETE', `/api/office/saved-filters/${mine?.id}`);
    expect(await saved(browser)).toEqual([]);
  });

  it('hold no search text, and are at most thirty', async () => {
    const withText = { id: id(), name: 'Hà', filter: { search: 'Hà Thị Mây' } };
    expect((await put(browser, withText)).body).toMatchObject({ kind: 'malformed' });
    for (let n = 0; n < 30; n += 1) await put(browser, { id: id(), name: `lọc ${n}`, filter: {} });
    expect((await put(browser, { id: id(), name: 'thêm', filter: {} })).status).toBe(409);
    expect((await put(browser, { id: id(), name: 'lọc 3', filter: { due: 'late' } })).status).toBe(200);
  });
});
