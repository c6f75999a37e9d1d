import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { createMemoryStorage } from '../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk } from '../../../src/client/storage/memory-tables.ts';
import { type Asked, askOffice } from '../../../src/client/sync/ask-office.ts';
import { randomBytes } from '../../../src/client/sync/browser-ports.ts';
import { makeDeviceKeys } from '../../../src/client/vault/device-keys.ts';
import { toBase64url } from '../../../src/contract/base64url.ts';
import { exportPublicKey } from '../../../src/contract/keys.ts';
import {
  closeHandedItem,
  getHandedItem,
  handToSupervisor,
  listHandedItems,
} from '../../../src/contract/operations/handed-items.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, type Browser, COMMUNE, OTHER_COMMUNE, signedIn } from './desk.ts';

/* An item that the office could not take, from the tablet's own code over HTTP to the supervisor's screen and back. */

let office: TestApp;
let supervisor: Browser;
let tablet: Awaited<ReturnType<typeof enrolledTablet>>;
let ask: (body: z.input<NonNullable<typeof handToSupervisor.body>>) => Promise<Asked<unknown>>;

beforeAll(async () => {
  office = await buildTestApp();
  const { deps } = office;
  tablet = await enrolledTablet(office);
  supervisor = await signedIn(
    office.app,
    await addColleague(deps, { roles: ['supervisor'], name: 'Lê Văn Hạnh' }),
  );

  const storage = createMemoryStorage(createMemoryDisk());
  const keys = await makeDeviceKeys(tablet.deviceId);
  const { sealingKey, receiptKey, commune } = tablet.enrolment;
  await storage.putDeviceKeys(keys);
  await storage.putDevice({
    deviceId: tablet.deviceId,
    deviceName: 'Máy 1',
    commune,
    sealingKey,
    receiptKeys: [receiptKey],
    cursor: 0,
    leases: [],
    demo: false,
  });
  const asTablet = async <R>(work: () => Promise<R>): Promise<R> => {
    // The headless tablet keeps its device key to itself: for these questions the server is told of the app's own.
    const named = deps.db.updateTable('devices').where('id', '=', tablet.deviceId);
    const before = await deps.db
      .selectFrom('devices')
      .select('public_key')
      .where('id', '=', tablet.deviceId)
      .executeTakeFirstOrThrow();
    await named.set({ public_key: await exportPublicKey(keys.requestKey.publicKey) }).execute();
    return await work().finally(() => named.set(before).execute());
  };
  ask = (body) =>
    asTablet(() => askOffice({ storage, origin: office.origin, fetch, randomBytes }, handToSupervisor, body));
});
afterAll(() => office.close());

/** A submission that the office refuses, as the tablet holds it. */
async function refused() {
  const { submission } = await finishedBirth(tablet);
  const { 'child.name': _name, ...answers } = submission.answers;
  const sealed = await tablet.seal({ ...submission, answers });
  const { refusals } = await tablet.sync([sealed]);
  expect(refusals).toMatchObject([{ reason: 'answers-invalid' }]);
  return sealed;
}

const bodyFor = (sealed: Awaited<ReturnType<typeof refused>>, note = 'Đã gọi cho gia đình') => ({
  submissionId: sealed.id,
  of: 'envelope' as const,
  reason: 'answers-invalid' as const,
  staffId: tablet.enrolment.staff.id,
  digest: sealed.digest,
  sealed: toBase64url(sealed.bytes),
  note,
});

const itemsSeenBy = async (browser: Browser) =>
  listHandedItems.answer.parse((await browser.call('GET', listHandedItems.path)).body).items;
const pathOf = (path: string, id: string) => path.replace(':id', id);

describe('handing over', () => {
  it('shows the supervisor who, why and what, takes nothing in, and brings the decision back to the tablet', async () => {
    const sealed = await refused();
    expect(await ask(bodyFor(sealed))).toMatchObject({ kind: 'answered', answer: { state: 'waiting' } });
    // A lost answer: asked again, the same.
    expect(await ask(bodyFor(sealed))).toMatchObject({ kind: 'answered', answer: { state: 'waiting' } });

    const [item, ...others] = (await itemsSeenBy(supervisor)).filter(
      ({ submissionId }) => submissionId === sealed.id,
    );
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      reason: 'answers-invalid',
      state: 'waiting',
      staffName: 'Quản trị viên',
      deviceName: 'Máy 1',
      note: 'Đã gọi cho gia đình',
      arrived: 'no',
    });
    if (item === undefined) throw new Error('not listed');

    const opened = getHandedItem.answer.parse(
      (await supervisor.call('GET', pathOf(getHandedItem.path, item.id))).body,
    );
    expect(opened).toMatchObject({
      mayClose: true,
      content: { kind: 'readable', procedureId: 'birth-registration', attachments: 3 },
    });
    const kept = await office.deps.db
      .selectFrom('envelopes')
      .select('id')
      .where('id', '=', sealed.id)
      .execute();
    expect(kept).toEqual([]);

    const close = (as: 'to-correct' | 'taken-over') =>
      supervisor.call('POST', pathOf(closeHandedItem.path, item.id), { as, note: 'Thiếu tên cháu' });
    expect(await close('to-correct')).toMatchObject({ status: 200, body: { state: 'to-correct' } });
    expect((await close('to-correct')).status).toBe(200);
    expect((await close('taken-over')).status).toBe(409);

    const { changes } = await tablet.sync();
    const said = changes.filter(
      (change) => change.kind === 'handed-item' && change.submissionId === sealed.id,
    );
    expect(said.map((change) => change.kind === 'handed-item' && change.state)).toEqual([
      'waiting',
      'to-correct',
    ]);
    // Readable while locked: not a word of what people wrote.
    expect(JSON.stringify(said)).not.toContain('Thiếu');
    expect(await verifyAuditChain(office.deps.db)).toMatchObject({ kind: 'intact' });
    const actions = await office.deps.db
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', sealed.id)
      .execute();
    expect(actions.map(({ action }) => action)).toEqual([
      'envelope-refused',
      'item-handed-over',
      'handed-item-seen',
      'handed-item-closed',
    ]);
  });

  it('says when the mended one has arrived', async () => {
    const sealed = await refused();
    await ask(bodyFor(sealed));
    const { submission } = await finishedBirth(tablet);
    await tablet.sync([await tablet.seal({ ...submission, replaces: [sealed.id] })]);
    const item = (await itemsSeenBy(supervisor)).find(({ submissionId }) => submissionId === sealed.id);
    expect(item?.arrived).toBe('mended');
  });

  it('what does not open is kept all the same, and says why', async () => {
    const sealed = await refused();
    const bytes = new Uint8Array(sealed.bytes);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
    const body = { ...bodyFor(sealed), reason: 'unreadable' as const, digest, sealed: toBase64url(bytes) };
    expect((await ask(body)).kind).toBe('answered');
    const item = (await itemsSeenBy(supervisor)).find(({ submissionId }) => submissionId === sealed.id);
    const { body: shown } = await supervisor.call('GET', pathOf(getHandedItem.path, item?.id ?? ''));
    expect(shown).toMatchObject({ content: { kind: 'does-not-open', why: 'unreadable' } });
  });

  it('a report without bytes; bytes that are not those named; somebody who is not on this tablet', async () => {
    const sealed = await refused();
    const report = {
      ...bodyFor(sealed),
      of: 'draft' as const,
      reason: 'unreadable-here' as const,
      digest: null,
      sealed: null,
    };
    expect((await ask(report)).kind).toBe('answered');
    expect(await ask({ ...bodyFor(sealed), digest: 'A'.repeat(43) })).toEqual({
      kind: 'refused',
      error: 'malformed',
    });
    expect(await ask({ ...bodyFor(sealed), staffId: office.deps.random.id() })).toEqual({
      kind: 'refused',
      error: 'forbidden',
    });
  });

  it('an answer that the office did not sign counts for nothing', async () => {
    const sealed = await refused();
    const storage = createMemoryStorage(createMemoryDisk());
    await storage.putDeviceKeys(await makeDeviceKeys(tablet.deviceId));
    const { sealingKey, receiptKey, commune } = tablet.enrolment;
    await storage.putDevice({
      deviceId: tablet.deviceId,
      deviceName: 'Máy 1',
      commune,
      sealingKey,
      receiptKeys: [receiptKey],
      cursor: 0,
      leases: [],
      demo: false,
    });
    const portal = async () => new Response('{"state":"waiting","handedAt":"2026-11-22T10:00:00Z"}');
    const asked = await askOffice(
      { storage, origin: office.origin, fetch: portal, randomBytes },
      handToSupervisor,
      bodyFor(sealed),
    );
    expect(asked).toEqual({ kind: 'no-answer' });
    // And the office does not listen to a tablet that signs with another key.
    const stranger = await askOffice(
      { storage, origin: office.origin, fetch, randomBytes },
      handToSupervisor,
      bodyFor(sealed),
    );
    expect(stranger).toEqual({ kind: 'refused', error: 'unauthorized' });
  });

  it('other communes and roles see nothing of it', async () => {
    await ask(bodyFor(await refused()));
    const elsewhere = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['supervisor'], commune: OTHER_COMMUNE }),
    );
    expect(await itemsSeenBy(elsewhere)).toEqual([]);
    const administrator = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['administrator'], commune: COMMUNE }),
    );
    expect((await administrator.call('GET', listHandedItems.path)).status).toBe(403);
    const [item] = await itemsSeenBy(supervisor);
    expect((await elsewhere.call('GET', pathOf(getHandedItem.path, item?.id ?? ''))).status).toBe(403);
    const closing = await elsewhere.call('POST', pathOf(closeHandedItem.path, item?.id ?? ''), {
      as: 'taken-over',
      note: '',
    });
    expect(closing.status).toBe(403);
  });
});
