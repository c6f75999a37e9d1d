import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Change } from '../../../src/contract/down/change.ts';
import { DossierDetail } from '../../../src/contract/operations/office.ts';
import { listDossiers } from '../../../src/contract/operations/queue.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAccount,
  addAttachment,
  addColleague,
  addDossier,
  addTablet,
  type Browser,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

let office: TestApp;
let tablet: Tablet;
let browser: Browser;
const MORNING = '2026-11-23T08:00:00+07:00';

beforeAll(async () => {
  office = await buildTestApp();
  office.setTime(MORNING);
  const field = await addColleague(office.deps, {
    roles: ['field'],
    name: 'Lò Văn Páo',
    withoutPassword: true,
  });
  tablet = await addTablet(office.deps, field.id);
  browser = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
});
afterAll(() => office.close());

const Page = listDossiers.answer;
const list = async (query: Record<string, string>, from = browser) => {
  const answer = await from.call('GET', `/api/office/dossiers?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return Page.parse(answer.body);
};
const search = async (text: string) => {
  const answer = await browser.call('POST', '/api/office/dossiers/search', { filter: {}, search: text });
  expect(answer.status).toBe(200);
  return Page.parse(answer.body);
};
const open = async (dossierId: string) =>
  DossierDetail.parse((await browser.call('GET', `/api/office/dossiers/${dossierId}`)).body);
const accept = (dossierId: string, body: object, from = browser) =>
  from.call('POST', `/api/office/dossiers/${dossierId}/actions`, { ...body, act: { kind: 'accept' } });

describe('accepting', () => {
  it('gives code, time and date of the result, and tells the tablet and the record', async () => {
    office.setTime('2026-11-23T14:59:00+07:00');
    const { id: dossierId, reference } = await addDossier(office.deps, tablet, {
      receivedAt: new Date('2026-11-20T16:30:00+07:00'),
    });
    const before = await open(dossierId);
    expect(before).toMatchObject({
      status: 'registered',
      officialCode: null,
      dueDate: null,
      allowed: ['accept', 'refuse', 'request-supplement', 'take-papers', 'withdraw'],
    });

    const commandId = id();
    const answer = await accept(dossierId, { commandId, revision: before.revision });
    expect(answer.status).toBe(200);
    const after = DossierDetail.parse(answer.body);
    expect(after).toMatchObject({
      status: 'accepted',
      officialCode: '000.00.00.H56-261123-0001',
      receivedAt: '2026-11-20T09:30:00.000Z',
      acceptedAt: '2026-11-23T07:59:00.000Z',
      acceptedByName: 'Phạm Thị Lan',
      // Same day, before the 15:00 cut-off: closing time of that Monday.
      dueAt: '2026-11-23T10:00:00.000Z',
      dueDate: '2026-11-23',
      revision: before.revision + 1,
      allowed: expect.arrayContaining(['begin', 'forward', 'finish']),
    });
    expect(after.dueReason.map(({ key }) => key)).toEqual(['received', 'same-day', 'due-at']);
    expect(after.dueReason[0]?.params).toEqual({ date: '2026-11-23', time: '14:59' });
    expect(after.history.map(({ action, byName }) => [action, byName])).toEqual([
      ['filed', 'Lò Văn Páo'],
      ['accepted', 'Phạm Thị Lan'],
    ]);

    const changes = await office.deps.db
      .selectFrom('changes')
      .selectAll()
      .where('staff_id', '=', tablet.staffId)
      .execute();
    const change = Change.parse(changes.at(-1)?.body);
    expect(change).toMatchObject({
      kind: 'dossier',
      submissionId: dossierId,
      status: 'accepted',
      provisionalReference: reference,
      officialCode: '000.00.00.H56-261123-0001',
      dueDate: '2026-11-23',
      dueAt: '2026-11-23T17:00:00+07:00',
    });
    const audit = await office.deps.db
      .selectFrom('audit')
      .selectAll()
      .where('subject', '=', dossierId)
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['dossier-accepted']);
  });

  it('after the cut-off, before a holiday, the result waits for the next working day', async () => {
    office.setTime('2026-11-23T15:01:00+07:00');
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const { revision } = await open(dossierId);
    const after = DossierDetail.parse((await accept(dossierId, { commandId: id(), revision })).body);
    // Tuesday 24 November is Ngày Văn hóa Việt Nam.
    expect(after.dueDate).toBe('2026-11-25');
    expect(after.dueReason.map(({ key }) => key)).toEqual([
      'received',
      'after-cutoff',
      'holiday-skipped',
      'due-at',
    ]);
  });

  it('the same command twice gives the same answer and does the work once', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const command = { commandId: id(), revision: (await open(dossierId)).revision };
    const first = await accept(dossierId, command);
    office.setTime('2026-11-23T16:30:00+07:00');
    const second = await accept(dossierId, command);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    const changes = await office.deps.db
      .selectFrom('changes')
      .select('body')
      .where('staff_id', '=', tablet.staffId)
      .execute();
    const about = changes.map(({ body }) => Change.parse(body)).filter((change) => 'submissionId' in change);
    expect(about.filter(({ submissionId }) => submissionId === dossierId)).toHaveLength(1);
  });

  it('two officers at once: one accepts, the other sees a conflict, one number is used', async () => {
    const second = await signedIn(office.app, await addColleague(office.deps, { roles: ['officer'] }));
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const { revision } = await open(dossierId);
    const answers = await Promise.all([
      accept(dossierId, { commandId: id(), revision }),
      accept(dossierId, { commandId: id(), revision }, second),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toEqual({ kind: 'conflict', detail: 'revision' });
    expect((await open(dossierId)).history).toHaveLength(2);
  });

  it('with the present revision an accepted dossier cannot be accepted again', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const { revision } = await open(dossierId);
    await accept(dossierId, { commandId: id(), revision });
    const again = await accept(dossierId, { commandId: id(), revision: revision + 1 });
    expect([again.status, again.body]).toEqual([409, { kind: 'state-not-allowed', detail: 'status' }]);
  });

  it('a command id that belongs to another dossier is a conflict', async () => {
    const [one, two] = [await addDossier(office.deps, tablet), await addDossier(office.deps, tablet)];
    const commandId = id();
    await accept(one.id, { commandId, revision: 1 });
    expect((await accept(two.id, { commandId, revision: 1 })).body).toEqual({
      kind: 'conflict',
      detail: 'command-id-used',
    });
    expect((await open(two.id)).status).toBe('registered');
  });

  it('waits for photos that are still on the tablet', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    await addAttachment(office.deps, dossierId, new Uint8Array([1, 2, 3]), 'awaited');
    expect((await open(dossierId)).allowed).not.toContain('accept');
    const answer = await accept(dossierId, { commandId: id(), revision: 1 });
    expect(answer.body).toEqual({ kind: 'state-not-allowed', detail: 'attachments-awaited' });
  });

  it('twenty at once get twenty numbers without a gap', async () => {
    const dossiers = await Promise.all(Array.from({ length: 20 }, () => addDossier(office.deps, tablet)));
    const answers = await Promise.all(
      dossiers.map((one) => accept(one.id, { commandId: id(), revision: 1 })),
    );
    const numbers = answers
      .map(({ body }) => Number(DossierDetail.parse(body).officialCode?.slice(-4)))
      .sort((a, b) => a - b);
    const [first = 0] = numbers;
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => first + i));
  });
});

describe('who may', () => {
  it('an officer of another commune sees and accepts nothing here', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const photo = await addAttachment(office.deps, dossierId, new Uint8Array([1]), 'stored');
    const stranger = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['officer'], commune: OTHER_COMMUNE }),
    );
    expect((await list({}, stranger)).dossiers).toEqual([]);
    for (const url of [`dossiers/${dossierId}`, `attachments/${photo}`]) {
      const answer = await stranger.call('GET', `/api/office/${url}`);
      expect([answer.status, answer.body]).toEqual([403, { kind: 'forbidden', detail: 'commune' }]);
    }
    expect((await accept(dossierId, { commandId: id(), revision: 1 }, stranger)).status).toBe(403);
    expect((await open(dossierId)).status).toBe('registered');
  });

  it('a supervisor reads and does not accept; an administrator does not even read', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const supervisor = await signedIn(office.app, await addColleague(office.deps, { roles: ['supervisor'] }));
    const seen = await supervisor.call('GET', `/api/office/dossiers/${dossierId}`);
    expect(DossierDetail.parse(seen.body).allowed).toEqual([]);
    expect((await accept(dossierId, { commandId: id(), revision: 1 }, supervisor)).status).toBe(403);
    const administrator = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['administrator'] }),
    );
    for (const url of ['dossiers', `dossiers/${dossierId}`, 'accounts'])
      expect((await administrator.call('GET', `/api/office/${url}`)).status, url).toBe(403);
  });
});

describe('attachments', () => {
  it('come back byte for byte, with the named type, kept by no cache, and on record', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const photo = await addAttachment(office.deps, dossierId, bytes, 'stored');
    const answer = await browser.call('GET', `/api/office/attachments/${photo}`);
    expect(answer.status).toBe(200);
    expect(Buffer.compare(answer.raw, Buffer.from(bytes))).toBe(0);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const seen = await office.deps.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject', '=', photo)
      .execute();
    expect(seen).toEqual([{ action: 'attachment-seen', detail: { submissionId: dossierId } }]);
  });

  it('of unknown id or still on the tablet are not found', async () => {
    const { id: dossierId } = await addDossier(office.deps, tablet);
    const awaited = await addAttachment(office.deps, dossierId, new Uint8Array([1]), 'awaited');
    expect((await browser.call('GET', `/api/office/attachments/${awaited}`)).body).toEqual({
      kind: 'not-found',
      detail: 'awaited',
    });
    expect((await browser.call('GET', `/api/office/attachments/${id()}`)).status).toBe(404);
    expect((await browser.call('GET', '/api/office/attachments/not-an-id')).status).toBe(400);
  });
});

describe('accounts', () => {
  it('are listed, found without accents, and show their dossiers', async () => {
    const accountId = await addAccount(office.deps, tablet, 'Đinh Thị Ngân');
    const { id: dossierId } = await addDossier(office.deps, tablet, { accountId });
    const found = await browser.call('GET', '/api/office/accounts?search=dinh%20thi%20ngan');
    expect(found.body).toMatchObject({
      accounts: [{ id: accountId, state: 'pending', assistedByName: 'Lò Văn Páo' }],
    });
    expect(JSON.stringify(found.body)).not.toContain('038190001234');
    const detail = await browser.call('GET', `/api/office/accounts/${accountId}`);
    expect(detail.body).toMatchObject({ name: 'Đinh Thị Ngân', dossiers: [{ id: dossierId }] });
    expect((await open(dossierId)).account).toEqual({ id: accountId, state: 'pending' });
  });

  it('a dossier may be here before its account', async () => {
    const accountId = id();
    const { id: dossierId } = await addDossier(office.deps, tablet, { accountId });
    expect((await open(dossierId)).account).toEqual({ id: accountId, state: null });
  });
});

describe('the queue', () => {
  it('comes newest first, fifty a page, every dossier once though many arrived in one moment', async () => {
    const place = await addColleague(office.deps, { roles: ['officer'], commune: OTHER_COMMUNE });
    const far = await signedIn(office.app, place);
    const filed: string[] = [];
    for (let i = 0; i < 120; i += 1) {
      const receivedAt = new Date(Date.parse('2026-11-01T00:00:00Z') + Math.floor(i / 40) * 60_000);
      filed.push((await addDossier(office.deps, tablet, { commune: OTHER_COMMUNE, receivedAt })).id);
    }
    const seen: string[] = [];
    let query: Record<string, string> = {};
    for (;;) {
      const page = await list(query, far);
      expect(page.counts.registered).toBe(120);
      expect(page.dossiers.length).toBeLessThanOrEqual(50);
      seen.push(...page.dossiers.map((line) => line.id));
      if (page.next === null) break;
      query = { after: page.next };
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(filed));
    const times = (await list({}, far)).dossiers.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('finds by name without accents, by reference and by code however typed, and takes no wildcard', async () => {
    const { id: dossierId, reference } = await addDossier(office.deps, tablet, {
      name: 'Lương Thị Phước Đậu',
    });
    await accept(dossierId, { commandId: id(), revision: 1 });
    const code = (await open(dossierId)).officialCode ?? '';
    const bare = reference.replaceAll('-', '').toLowerCase();
    for (const typed of ['phuoc dau', 'LƯƠNG THỊ', reference, bare, code, code.replaceAll('.', ' ')]) {
      const ids = (await search(typed)).dossiers.map((line) => line.id);
      expect(ids, typed).toContain(dossierId);
    }
    for (const typed of ['%', '_', 'khong co ai', "'; drop table dossiers; --"]) {
      const ids = (await search(typed)).dossiers.map((line) => line.id);
      expect(ids, typed).not.toContain(dossierId);
    }
  });

  it('filters by status and counts each status of the commune', async () => {
    const page = await list({ status: 'accepted' });
    expect(page.dossiers.every(({ status }) => status === 'accepted')).toBe(true);
    expect(page.counts.accepted).toBe(page.dossiers.length);
    expect(page.counts.returned).toBe(0);
    const bad = await browser.call('GET', '/api/office/dossiers?status=unheard-of');
    expect(bad.body).toMatchObject({ kind: 'malformed' });
  });

  it('names the tablet that signed and the courier that carried', async () => {
    const courier = await addTablet(office.deps, tablet.staffId, 'Máy chuyển hộ');
    const { id: dossierId } = await addDossier(office.deps, tablet, { carriedBy: courier.deviceId });
    const detail = await open(dossierId);
    expect(detail).toMatchObject({ deviceName: 'Máy bản 1', courierDeviceName: 'Máy chuyển hộ' });
    const own = await addDossier(office.deps, tablet);
    expect((await open(own.id)).courierDeviceName).toBeNull();
  });

  it('keeps answers and national ids out of the list', async () => {
    const answer = await browser.call('GET', '/api/office/dossiers');
    expect(z.object({ dossiers: z.array(z.unknown()).min(1) }).safeParse(answer.body).success).toBe(true);
    expect(JSON.stringify(answer.body)).not.toContain('038190001234');
  });
});

it('leaves an unbroken record', async () => {
  expect((await verifyAuditChain(office.deps.db)).kind).toBe('intact');
});
