import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER_MEDIA_TYPE } from '../../../src/contract/courier/courier-part.ts';
import { verifyReceiptList } from '../../../src/contract/down/receipt-list.ts';
import { importPublicKey } from '../../../src/contract/keys.ts';
import { BroughtPart, bringCourierPath } from '../../../src/contract/operations/courier.ts';
import { getDossier } from '../../../src/contract/operations/office.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { OWNER, type SampleItem, sampleItem, writeSet } from '../../support/courier/sample-set.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, OTHER_COMMUNE, signedIn } from '../office/desk.ts';

let server: TestApp;
let tablet: HeadlessTablet;
let officer: { readonly id: string; readonly cookie: string };

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  const colleague = await addColleague(server.deps, { roles: ['officer'], name: 'Trương Thị Mận' });
  officer = { id: colleague.id, cookie: await cookieOf(server.app, colleague) };
});
afterAll(() => server.close());

async function cookieOf(app: FastifyInstance, colleague: Awaited<ReturnType<typeof addColleague>>) {
  const cookie = (await signedIn(app, colleague)).cookie();
  if (cookie === undefined) throw new Error('no session');
  return cookie;
}

async function post(bytes: Uint8Array<ArrayBuffer>, cookie = officer.cookie) {
  const answer = await server.app.inject({
    method: 'POST',
    url: bringCourierPath,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': COURIER_MEDIA_TYPE },
    payload: Buffer.from(bytes),
  });
  return { status: answer.statusCode, body: answer.json<unknown>() };
}

async function bring(bytes: Uint8Array<ArrayBuffer>) {
  const { status, body } = await post(bytes);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return BroughtPart.parse(body);
}

/** A birth registration with two photos and a signature, as the tablet would carry it. */
async function carriedBirth() {
  const { submission, sealed, photos } = await finishedBirth(tablet);
  const envelope: SampleItem = {
    head: {
      of: 'envelope',
      id: sealed.id,
      digest: sealed.digest,
      length: sealed.bytes.length,
      owner: OWNER,
    },
    bytes: sealed.bytes,
  };
  const attachments = photos.map(
    (photo): SampleItem => ({
      head: {
        of: 'attachment',
        id: photo.sealed.id,
        submissionId: submission.id,
        digest: photo.sealed.ciphertextDigest,
        length: photo.ciphertext.length,
        owner: OWNER,
      },
      bytes: photo.ciphertext,
    }),
  );
  return { submission, sealed, photos, envelope, attachments, items: [envelope, ...attachments] };
}

async function partOf(items: readonly SampleItem[]) {
  const [part] = await writeSet(items);
  if (part === undefined) throw new Error('no part');
  return part;
}

const kindsOf = ({ items }: BroughtPart) => items.map(({ outcome }) => outcome.kind);
const stored = async (submissionId: string) =>
  (
    await server.deps.db
      .selectFrom('attachments')
      .select('id')
      .where('submission_id', '=', submissionId)
      .where('state', '=', 'stored')
      .execute()
  ).length;

describe('a courier set at the office computer', () => {
  it('becomes a dossier with its photos, with receipts that any tablet can verify', async () => {
    const birth = await carriedBirth();
    const brought = await bring((await partOf(birth.items)).bytes);
    expect(kindsOf(brought)).toEqual(['received', 'received', 'received', 'received']);
    expect(await stored(birth.submission.id)).toBe(3);
    const key = await importPublicKey(tablet.enrolment.receiptKey.publicKey, 'signing');
    const [list] = brought.receipts;
    if (key === undefined || list === undefined) throw new Error('nothing to verify');
    const verdict = await verifyReceiptList(list, [key]);
    if (verdict.kind !== 'valid') throw new Error(verdict.reason);
    expect(new Map(verdict.receipts.map(({ id, digest }) => [id, digest]))).toEqual(
      new Map(birth.items.map(({ head }) => ['id' in head ? head.id : '', head.digest])),
    );
  });

  it('stands on record under the name of who brought it', async () => {
    const birth = await carriedBirth();
    const part = await partOf(birth.items);
    await bring(part.bytes);
    const envelope = await server.deps.db
      .selectFrom('envelopes')
      .select(['carried_by', 'carried_by_staff'])
      .where('id', '=', birth.submission.id)
      .executeTakeFirstOrThrow();
    expect(envelope).toEqual({ carried_by: null, carried_by_staff: officer.id });
    const entry = await server.deps.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'courier-brought')
      .where('subject', '=', part.head.setId)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      staff_id: officer.id,
      device_id: null,
      detail: { received: 4, refused: 0 },
    });
    const answer = await server.app.inject({
      url: getDossier.path.replace(':id', birth.submission.id),
      headers: { cookie: officer.cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(getDossier.answer.parse(answer.json())).toMatchObject({
      courierStaffName: 'Trương Thị Mận',
      courierDeviceName: null,
    });
  });

  it('by all roads at the same moment still gives one dossier, and every road the same receipts', async () => {
    const birth = await carriedBirth();
    const { bytes } = await partOf(birth.items);
    const roads = await Promise.all([
      bring(bytes),
      tablet.sync([birth.sealed]),
      bring(bytes),
      tablet.sync([birth.sealed]),
      ...birth.photos.map(async (photo) => {
        await tablet.upload(photo);
        return undefined;
      }),
    ]);
    expect(roads).toHaveLength(7);
    // Whatever met whom on the way: once more, and all is there.
    expect(kindsOf(await bring(bytes))).toEqual(['received', 'received', 'received', 'received']);
    const own = await tablet.sync([birth.sealed], { asked: birth.photos });
    expect(own.receipts).toHaveLength(4);
    const dossiers = await server.deps.db
      .selectFrom('dossiers')
      .select('id')
      .where('id', '=', birth.submission.id)
      .execute();
    expect(dossiers).toHaveLength(1);
    expect(await stored(birth.submission.id)).toBe(3);
    for (const photo of birth.photos) {
      expect(await server.deps.attachments.read(photo.sealed.id)).toEqual(new Uint8Array(photo.ciphertext));
    }
    const received = await server.deps.db
      .selectFrom('audit')
      .select('seq')
      .where('action', '=', 'envelope-received')
      .where('subject', '=', birth.submission.id)
      .execute();
    expect(received).toHaveLength(1);
  });

  it('in parts, the photos before their dossier: they wait, and nothing has to be brought twice', async () => {
    const birth = await carriedBirth();
    const early = await bring((await partOf(birth.attachments)).bytes);
    expect(new Set(kindsOf(early))).toEqual(new Set(['envelope-awaited']));
    expect(early.receipts).toEqual([]);
    expect(kindsOf(await bring((await partOf([birth.envelope])).bytes))).toEqual(['received']);
    expect(await stored(birth.submission.id)).toBe(3);
  });

  it('damaged in one photo: that one is named, the rest is taken in, and the right one can still come', async () => {
    const birth = await carriedBirth();
    const { bytes, head } = await partOf(birth.items);
    const broken = bytes.slice();
    const at = Math.floor(broken.length / 2);
    broken[at] = (broken[at] ?? 0) ^ 1;
    const brought = await bring(broken);
    expect(kindsOf(brought).filter((kind) => kind === 'damaged')).toHaveLength(1);
    expect(brought).toMatchObject({ setId: head.setId, part: 1, parts: 1 });
    expect(await stored(birth.submission.id)).toBe(2);
    await bring(bytes);
    expect(await stored(birth.submission.id)).toBe(3);
  });

  it('with a forged envelope, or other content under a known id: refused by name, and what is kept stays', async () => {
    const birth = await carriedBirth();
    await bring((await partOf(birth.items)).bytes);
    const forged = await sampleItem('envelope', 400);
    const twin = await tablet.seal({ ...birth.submission, finishedAt: '2026-11-22T04:00:00Z' });
    const other: SampleItem = {
      head: { of: 'envelope', id: twin.id, digest: twin.digest, length: twin.bytes.length, owner: OWNER },
      bytes: twin.bytes,
    };
    const { items } = await bring((await partOf([forged, other])).bytes);
    expect(items.map(({ outcome }) => outcome)).toEqual([
      { kind: 'refused', reason: 'unreadable' },
      { kind: 'refused', reason: 'id-conflict' },
    ]);
    const kept = await server.deps.db
      .selectFrom('envelopes')
      .select('digest')
      .where('id', '=', birth.submission.id)
      .executeTakeFirstOrThrow();
    expect(kept.digest).toBe(birth.sealed.digest);
  });

  it.each([
    ['not-courier', new TextEncoder().encode('%PDF-1.7 not ours at all')],
    ['newer', new TextEncoder().encode('VBC2 of a later year')],
    ['damaged', new TextEncoder().encode('VBC1 and then nothing')],
  ])('that is %s is called so', async (detail, bytes) => {
    expect(await post(bytes)).toEqual({ status: 400, body: { kind: 'malformed', detail } });
  });

  it('may come from another commune: it goes to its own commune, and is shown to nobody else', async () => {
    const birth = await carriedBirth();
    const neighbour = await addColleague(server.deps, { roles: ['supervisor'], commune: OTHER_COMMUNE });
    const cookie = await cookieOf(server.app, neighbour);
    const { bytes } = await partOf(birth.items);
    expect((await post(bytes, cookie)).status).toBe(200);
    const seen = await server.app.inject({
      url: getDossier.path.replace(':id', birth.submission.id),
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(seen.statusCode).toBe(403);
  });

  it('is not taken from a stranger, a specialist, or another page', async () => {
    const { bytes } = await partOf([await sampleItem('envelope', 300)]);
    expect((await post(bytes, '')).status).toBe(401);
    const specialist = await addColleague(server.deps, { roles: ['specialist'] });
    expect((await post(bytes, await cookieOf(server.app, specialist))).status).toBe(403);
    const elsewhere = await server.app.inject({
      method: 'POST',
      url: bringCourierPath,
      headers: { cookie: officer.cookie, 'sec-fetch-site': 'cross-site', 'content-type': COURIER_MEDIA_TYPE },
      payload: Buffer.from(bytes),
    });
    expect(elsewhere.statusCode).toBe(403);
  });

  it('leaves an unbroken record', async () => {
    expect((await verifyAuditChain(server.deps.db)).kind).toBe('intact');
  });
});
