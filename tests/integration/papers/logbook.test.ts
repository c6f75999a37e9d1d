import { afterAll, beforeAll, expect, it } from 'vitest';
import { listLogbook } from '../../../src/contract/operations/logbook.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, OTHER_COMMUNE, signedIn } from '../office/desk.ts';
import { type Counter, openCounter } from './counter.ts';

let office: TestApp;
let counter: Counter;

beforeAll(async () => {
  office = await buildTestApp();
  counter = await openCounter(office);
  for (const [index, day] of ['2026-11-19', '2026-11-20', '2026-11-23'].entries()) {
    await counter.setTime(`${day}T09:30:00+07:00`);
    const dossier = await counter.file(`Người thứ ${index + 1}`, {
      'requester.relation': 'grandparent',
      'requester.name': index === 0 ? '=Bà Thứ Nhất' : `Bà thứ ${index + 1}`,
      'requester.phone': '0912345678',
      'requester.residence': { province: '38', commune: '14956', village: 'bản Đôn' },
    });
    await counter.act(dossier, { kind: 'accept' });
    if (index > 0) continue;
    await counter.act(dossier, { kind: 'finish', note: '' });
    await counter.act(dossier, {
      kind: 'return-result',
      takenBy: 'Vi Thị Sen',
      as: 'relative',
      signedBy: 'thumbprint',
    });
  }
});
afterAll(() => office.close());

const page = async (query: Record<string, string>, browser = counter.browser()) =>
  browser.call('GET', `/api/office/logbook?${new URLSearchParams(query)}`);

it('shows the lines of the days that were asked for, both days counted, in the order of the book', async () => {
  const all = listLogbook.answer.parse((await page({ from: '2026-11-19', to: '2026-11-23' })).body);
  expect(all.lines.map(({ book, number }) => [book, number])).toEqual([
    [2026, 1],
    [2026, 2],
    [2026, 3],
  ]);
  expect(all.lines[0]).toMatchObject({
    procedureName: 'Đăng ký khai sinh',
    applicant: '=Bà Thứ Nhất',
    reach: 'bản Đôn, Xã Pù Luông, Tỉnh Thanh Hóa; 0912 345 678',
    authority: 'Ủy ban nhân dân Xã Pù Luông',
    signedFor: 'Vi Thị Sen',
    returnedAt: '2026-11-19T02:30:00.000Z',
  });
  expect(all.procedures).toEqual([{ id: 'birth-registration', name: 'Đăng ký khai sinh' }]);
  const two = listLogbook.answer.parse((await page({ from: '2026-11-20', to: '2026-11-23' })).body);
  expect(two.lines).toHaveLength(2);
  const rest = { from: '2026-11-19', to: '2026-11-23', afterBook: '2026', afterNumber: '2' };
  expect(listLogbook.answer.parse((await page(rest)).body).lines.map(({ number }) => number)).toEqual([3]);
  const other = { from: '2026-11-19', to: '2026-11-23', procedure: 'death-registration' };
  expect(listLogbook.answer.parse((await page(other)).body).lines).toEqual([]);
});

it('gives the same lines as CSV and XLSX, on record, and no formula in either', async () => {
  const csv = await counter.browser().call('GET', '/api/office/logbook.csv?from=2026-11-19&to=2026-11-23');
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = csv.raw.toString('utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\uFEFF"Quyển số","STT","Mã hồ sơ"/);
  expect(lines[1]).toContain(`"'=Bà Thứ Nhất"`);
  expect(lines[1]).toContain('"19/11/2026 09:30"');
  // What a spreadsheet program would take for a month.
  expect(csv.raw.toString('utf8')).not.toMatch(/"\d{1,2}\/\d{4}"/);
  const xlsx = await counter.browser().call('GET', '/api/office/logbook.xlsx?from=2026-11-19&to=2026-11-23');
  expect(xlsx.raw.subarray(0, 2).toString('latin1')).toBe('PK');
  const exported = await office.deps.db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'logbook-exported')
    .orderBy('seq')
    .execute();
  expect(exported.map(({ detail }) => detail.format)).toEqual(['csv', 'xlsx']);
  expect((await verifyAuditChain(office.deps.db)).kind).toBe('intact');
});

it('is for officers and supervisors, and each commune has its own', async () => {
  const days = { from: '2026-11-19', to: '2026-11-23' };
  for (const [roles, commune, status] of [
    [['specialist'], undefined, 403],
    [['administrator'], undefined, 403],
    [['supervisor'], undefined, 200],
    [['officer'], OTHER_COMMUNE, 200],
  ] as const) {
    const who = await addColleague(office.deps, { roles, ...(commune && { commune }) });
    const browser = await signedIn(office.app, who);
    expect((await page(days, browser)).status).toBe(status);
    const file = await browser.call('GET', `/api/office/logbook.csv?${new URLSearchParams(days)}`);
    expect(file.status).toBe(status);
    if (commune !== undefined) expect(file.raw.toString('utf8').trimEnd().split('\r\n')).toHaveLength(1);
  }
});
