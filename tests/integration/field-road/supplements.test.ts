import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOfWork } from '../../../src/contract/field-work/sealed-work.ts';
import type { SupplementItem } from '../../../src/contract/operations/supplements.ts';
import type { Submission } from '../../../src/contract/up/submission.ts';
import type { HeadlessTablet, TakenPhoto } from '../../../src/server/demo/tablet.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { listDossierActions } from '../../../src/server/storage/dossier-queries.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { listSupplementRecords } from '../../../src/server/storage/supplement-queries.ts';
import { verifyDossiers } from '../../../src/server/storage/verify-dossiers.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth, firstAdministrator } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, OTHER_COMMUNE } from '../office/desk.ts';
import { act, askForSupplement, dossierOf, officerOf } from './office-asks.ts';

/* The office asks, the tablet brings: once, to the dossier that waits, and the office sees what is another now. */

let server: TestApp;
let tablet: HeadlessTablet;
let officer: Actor;
beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  officer = await officerOf(server.deps);
});
afterAll(() => server.close());

const ITEMS: readonly SupplementItem[] = [
  { what: 'question', id: 'father.nationalId', note: 'Số bị thiếu.' },
  {
    what: 'document',
    id: 'birth-proof',
    note: 'Ảnh mờ.',
    copies: { original: 1, certified: 0, photocopy: 0 },
  },
];

/** A birth at the office, for which the office waits. */
async function askedFor(items = ITEMS) {
  const { submission, photos, sealed } = await finishedBirth(tablet);
  await tablet.sync([sealed], { photos: photos.filter(({ ciphertext }) => ciphertext.length < 10_000) });
  const requestId = await askForSupplement(server.deps, officer, submission.id, items);
  return { filed: submission, requestId };
}

/** What the tablet makes of it: another number, a new photo, a new signature, and no consent asked again. */
async function supplementOf(filed: Submission, requestId: string, changes: Partial<Submission> = {}) {
  const bytes = () => crypto.getRandomValues(new Uint8Array(400));
  const photo = await tablet.takePhoto('birth-proof', bytes(), 'image/jpeg');
  const signature = await tablet.takePhoto('signature', bytes(), 'image/png');
  const at = '2026-12-01T03:00:00.000Z';
  const submission: Submission = {
    ...filed,
    id: v7(),
    answers: {
      ...filed.answers,
      'father.nationalId': '038097000009',
      'document.birthProof': {
        alternative: 'live-birth-certificate',
        attachments: [photo.sealed.id],
        paper: 'photographed',
      },
      'signature.requester': { method: 'signature', attachment: signature.sealed.id, at },
    },
    attachments: [photo.sealed, signature.sealed],
    consents: [],
    supplements: { dossierId: filed.id, requestId },
    finishedAt: at,
    ...changes,
  };
  const photos: readonly TakenPhoto[] = [photo, signature];
  return { submission, photos, sealed: await tablet.seal(submission) };
}

const dossier = (id: string) => dossierOf(server.deps, id);

describe('a supplement', () => {
  it('goes to its dossier, keeps what was there before, and says what is another now', async () => {
    server.setTime('2026-12-01T04:00:00Z');
    const { filed, requestId } = await askedFor();
    expect((await tablet.fetchWork())?.supplements).toMatchObject([
      { id: requestId, dossierId: filed.id, items: ITEMS, answers: filed.answers, arrivedAt: null },
    ]);
    const { revision } = await dossier(filed.id);
    const { submission, photos, sealed } = await supplementOf(filed, requestId);
    const { receipts } = await tablet.sync([sealed], { photos });
    expect(receipts).toHaveLength(3);

    const now = await dossier(filed.id);
    expect(now.revision).toBe(revision + 1);
    expect(now.submission).toMatchObject({
      id: filed.id,
      answers: submission.answers,
      consents: filed.consents,
    });
    expect(now.attachmentsStored).toBe(3);
    const actions = await listDossierActions(server.deps.db, filed.id);
    expect(actions.at(-1)).toMatchObject({ id: submission.id, action: 'supplemented' });
    const [record] = await listSupplementRecords(server.deps.db, filed.id);
    expect(record?.arrived?.changes).toEqual([
      { id: 'father.nationalId', before: '038097000002', after: '038097000009', asked: true },
      {
        id: 'document.birthProof',
        before: filed.answers['document.birthProof'],
        after: submission.answers['document.birthProof'],
        asked: true,
      },
    ]);
    expect(
      await server.deps.db.selectFrom('dossiers').select('id').where('id', '=', submission.id).execute(),
    ).toEqual([]);
    expect((await tablet.fetchWork())?.supplements[0]?.arrivedAt).not.toBeNull();
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('is brought by another tablet once the office sends a colleague: the same request, and not late for it', async () => {
    const { filed, requestId } = await askedFor();
    const helper = await firstAdministrator(server.deps);
    const { id: sent } = await addColleague(server.deps, { roles: ['field'], withoutPassword: true });
    const colleague = await enrolledTablet(server, sent);
    const away = await addColleague(server.deps, {
      roles: ['field'],
      commune: OTHER_COMMUNE,
      withoutPassword: true,
    });
    const reassign = (assignedTo: string | null) =>
      act(server.deps, officer, filed.id, { kind: 'reassign-supplement', assignedTo });
    // Whoever has it already, and whoever does not go there.
    for (const nobody of [null, helper, away.id]) await expect(reassign(nobody)).rejects.toThrow('staff');
    const told = async (staffId: string) =>
      (await server.deps.db.selectFrom('changes').select('body').where('staff_id', '=', staffId).execute())
        .length;
    const before = [await told(helper), await told(sent)] as const;
    await reassign(sent);
    expect(await told(helper)).toBeGreaterThan(before[0]);
    expect(await told(sent)).toBeGreaterThan(before[1]);
    const has = async (of: HeadlessTablet) =>
      (await of.fetchWork())?.supplements.some(({ id }) => id === requestId) ?? false;
    expect([await has(tablet), await has(colleague)]).toEqual([false, true]);
    const asked = await dossier(filed.id);
    expect(asked.state).toMatchObject({ supplement: 'asked', supplementsAsked: 1 });

    // The one before was there all the same: what comes first is taken, and then nobody is sent any more.
    const { photos, sealed } = await supplementOf(filed, requestId);
    expect((await tablet.sync([sealed], { photos })).receipts).toHaveLength(3);
    await expect(reassign(helper)).rejects.toThrow('status');
    const [record] = await listSupplementRecords(server.deps.db, filed.id);
    expect(record).toMatchObject({ assignedTo: sent, number: 1 });
    expect((await verifyDossiers(server.deps.db)).disagreements).toEqual([]);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('with a new photo in the place of one that is lost leads on: the dossier can be accepted', async () => {
    const { submission: filed, sealed: birth } = await finishedBirth(tablet);
    // The envelope came; of its photos none ever will.
    await tablet.sync([birth]);
    const requestId = await askForSupplement(server.deps, officer, filed.id, ITEMS);
    const lost = await dossier(filed.id);
    expect([lost.attachmentsExpected, lost.attachmentsStored]).toEqual([filed.attachments.length, 0]);
    const { photos, sealed } = await supplementOf(filed, requestId);
    await tablet.sync([sealed], { photos: photos.slice(0, 1) });
    await act(server.deps, officer, filed.id, { kind: 'complete-supplement' });
    // What the supplement names itself is awaited as before.
    const half = await dossier(filed.id);
    expect([half.attachmentsExpected, half.attachmentsStored]).toEqual([2, 1]);
    await expect(act(server.deps, officer, filed.id, { kind: 'accept' })).rejects.toThrow(
      'attachments-awaited',
    );
    await tablet.sync([], { photos });
    await act(server.deps, officer, filed.id, { kind: 'accept' });
    expect((await dossier(filed.id)).status).toBe('accepted');
  });

  it('is taken when the declaration has run out since, with a paper that was issued since', async () => {
    const { filed, requestId } = await askedFor();
    server.setTime('2027-03-10T04:00:00Z');
    const { sealed } = await supplementOf(filed, requestId, {
      answers: { ...filed.answers, 'requester.idIssuedOn': { year: 2027, month: 3, day: 5 } },
      attachments: [],
      finishedAt: '2027-03-10T03:00:00.000Z',
    });
    const { receipts, refusals } = await tablet.sync([sealed]);
    server.setTime('2026-12-01T04:00:00Z');
    expect([receipts.length, refusals]).toEqual([1, []]);
  });

  it('that sets the birth date of who filed right is looked up with the right one', async () => {
    const { filed, requestId } = await askedFor([{ what: 'question', id: 'mother.birthDate', note: '' }]);
    const { sealed } = await supplementOf(filed, requestId, {
      answers: { ...filed.answers, 'mother.birthDate': { year: 1998, month: 3, day: 9 } },
      attachments: [],
    });
    await tablet.sync([sealed]);
    const lookUp = (birth: Record<string, string>) =>
      server.app.inject({
        method: 'POST',
        url: '/tra-cuu',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ma: filed.provisionalReference, ...birth }).toString(),
      });
    expect((await lookUp({ ngay: '9', thang: '3', nam: '1998' })).statusCode).toBe(200);
    expect((await lookUp({ nam: '1999' })).statusCode).toBe(422);
  });

  it('sent by several roads at once is added once, with one receipt', async () => {
    const { filed, requestId } = await askedFor();
    const { sealed } = await supplementOf(filed, requestId);
    const answers = await Promise.all(Array.from({ length: 6 }, () => tablet.sync([sealed])));
    const [first] = answers;
    for (const { receipts } of answers) expect(receipts).toEqual(first?.receipts);
    const actions = await listDossierActions(server.deps.db, filed.id);
    expect(actions.filter(({ action }) => action === 'supplemented')).toHaveLength(1);
  });

  it('of two for one request the first is taken, and the other is told so', async () => {
    const { filed, requestId } = await askedFor();
    const one = await supplementOf(filed, requestId);
    const other = await supplementOf(filed, requestId);
    await tablet.sync([one.sealed]);
    const { refusals } = await tablet.sync([other.sealed]);
    expect(refusals).toMatchObject([{ id: other.submission.id, reason: 'request-answered' }]);
    expect((await dossier(filed.id)).submission.answers).toEqual(one.submission.answers);
  });

  it('is refused, with the reason, where nothing waits for it', async () => {
    const { filed, requestId } = await askedFor();
    const reasonOf = async (changes: Partial<Submission>) => {
      const { sealed } = await supplementOf(filed, requestId, changes);
      return (await tablet.sync([sealed])).refusals.map(({ reason }) => reason);
    };
    expect(await reasonOf({ supplements: { dossierId: filed.id, requestId: v7() } })).toEqual([
      'request-unknown',
    ]);
    expect(await reasonOf({ supplements: { dossierId: v7(), requestId } })).toEqual(['request-unknown']);
    expect(await reasonOf({ procedure: { ...filed.procedure, version: 2 } })).toEqual(['message-invalid']);
    expect(await reasonOf({ answers: { ...filed.answers, 'mother.name': '' } })).toEqual(['answers-invalid']);
    const unsigned = {
      ...filed.answers,
      'signature.requester': { method: 'signature' as const, attachment: v7(), at: filed.finishedAt },
    };
    expect(await reasonOf({ answers: unsigned })).toEqual(['answers-invalid']);
    await act(server.deps, officer, filed.id, { kind: 'withdraw', reason: 'Công dân xin rút.' });
    expect((await tablet.fetchWork())?.supplements.filter(({ id }) => id === requestId)).toEqual([]);
    expect(await reasonOf({})).toEqual(['request-over']);
    expect((await dossier(filed.id)).submission.answers).toEqual(filed.answers);
  });
});

describe('work', () => {
  it('that the tablet has is not sent again', async () => {
    const fetched = await tablet.fetchWork();
    expect(fetched).toBeDefined();
    expect(await tablet.fetchWork(fetched && (await stateOfWork(fetched)))).toBeUndefined();
  });

  it('is told in the feed, without a word of what it is', async () => {
    const { filed, requestId } = await askedFor();
    const { sealed } = await supplementOf(filed, requestId);
    const { changes } = await tablet.sync([sealed]);
    expect(changes.filter(({ kind }) => kind === 'work').at(-1)).toEqual({
      kind: 'work',
      cursor: expect.any(Number),
      staffId: tablet.assistedBy.staffId,
    });
  });
});
