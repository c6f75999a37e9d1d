import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDraft } from '../../../src/client/features/field/common/describe-draft.ts';
import { fetchWorkIfDue } from '../../../src/client/features/field/common/work/fetch-work.ts';
import { stateOfSupplement } from '../../../src/client/features/field/common/work/supplement-state.ts';
import { finishDraft } from '../../../src/client/features/field/interview/finish-draft.ts';
import { withAnswer } from '../../../src/client/features/field/interview/interview-store.ts';
import { stepsToAsk } from '../../../src/client/features/field/interview/supplement-way.ts';
import { reopenDossier } from '../../../src/client/features/field/work/reopen-dossier.ts';
import type { Draft } from '../../../src/client/storage/model.ts';
import type { SupplementItem } from '../../../src/contract/operations/supplements.ts';
import type { AnswerValue } from '../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../src/procedures/catalogue.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { listSupplementRecords } from '../../../src/server/storage/supplement-queries.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { type FieldTablet, fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague } from '../office/desk.ts';
import { act, dossierOf, officerOf } from './office-asks.ts';

/* The whole loop with the tablet's own parts: asked, reopened without a network, signed, sent, and what the office sees. */

const definition = getCurrentProcedure('birth-registration');
const TODAY = { today: '2026-11-24' };
const now = () => new Date('2026-11-24T03:00:00Z');

let server: TestApp;
let officer: Actor;
let tablet: FieldTablet;
let colleague: { readonly id: string };
beforeAll(async () => {
  server = await buildTestApp();
  officer = await officerOf(server.deps);
  colleague = await addColleague(server.deps, { roles: ['field'], name: 'Vi Văn Đi', withoutPassword: true });
  tablet = await fieldTablet(server, colleague.id);
});
afterAll(() => server.close());

const ITEMS: readonly SupplementItem[] = [
  { what: 'question', id: 'father.nationalId', note: 'Số bị thiếu.' },
  { what: 'document', id: 'birth-proof', note: 'Ảnh mờ.' },
];

/** A dossier that a colleague is sent for, as their tablet knows it. */
async function askedFor(items = ITEMS) {
  const author = await enrolledTablet(server);
  const { submission, photos, sealed } = await finishedBirth(author);
  await author.sync([sealed]);
  for (const photo of photos) await author.upload(photo);
  const reason = 'Thiếu số của cha.';
  await act(server.deps, officer, submission.id, {
    kind: 'request-supplement',
    reason,
    items: [...items],
    assignedTo: colleague.id,
  });
  await tablet.sender.send();
  const { vault } = tablet.session;
  await fetchWorkIfDue({ http: tablet.ports.http, storage: tablet.storage, vault, now });
  const kept = await (await tablet.storage.fieldWork()).find(vault);
  const work = kept?.work.supplements.find(({ dossierId }) => dossierId === submission.id);
  if (work === undefined) throw new Error('no work');
  return { filed: submission, work };
}

async function reopened(work: Awaited<ReturnType<typeof askedFor>>['work']): Promise<Draft> {
  const { records } = tablet.session;
  const languages = { reading: 'vi', spoken: 'vi' };
  const outcome = await reopenDossier(work, definition, { records, newId: v7, now, languages });
  if (outcome.kind === 'no-space') throw new Error('full');
  const draft = await records.findDraft(outcome.draftId);
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

function askedIn(draft: Draft): string[] {
  const { supplements } = draft;
  if (supplements === undefined) throw new Error('no supplement');
  const before = evaluate(definition, supplements.filed, TODAY);
  return stepsToAsk(evaluate(definition, draft.answers, TODAY), supplements, before).flatMap(
    ({ questions }) => questions.map(({ question }) => question.id),
  );
}

const entryOf = (draft: Draft) =>
  describeDraft(draft, definition, evaluate(definition, draft.answers, TODAY));

async function photographed(
  draft: Draft,
  question: string,
  document: string,
  answer: (attachment: string) => AnswerValue,
): Promise<Draft> {
  const bytes = crypto.getRandomValues(new Uint8Array(500));
  const photo = { document, bytes, mediaType: 'image/png' } as const;
  const added = await tablet.session.records.addAttachment(draft, entryOf(draft), photo);
  if (added.kind !== 'added') throw new Error(added.kind);
  return { ...added.draft, answers: withAnswer(added.draft.answers, question, answer(added.attachment.id)) };
}

async function answeredAndSigned(draft: Draft): Promise<Draft> {
  const numbered = { ...draft, answers: withAnswer(draft.answers, 'father.nationalId', '038097000009') };
  const proven = await photographed(numbered, 'document.birthProof', 'birth-proof', (id) => ({
    alternative: 'live-birth-certificate',
    attachments: [id],
    paper: 'photographed',
  }));
  return await photographed(proven, 'signature.requester', 'signature', (attachment) => ({
    method: 'signature',
    attachment,
    at: now().toISOString(),
  }));
}

async function finished(draft: Draft) {
  const { records, vault } = tablet.session;
  const device = await tablet.storage.findDevice();
  if (device === undefined) throw new Error('not enrolled');
  return await finishDraft(draft, definition, {
    records,
    vault,
    device,
    now,
    newId: v7,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    hashText: async () => 'A'.repeat(43),
    textVersion: '1',
  });
}

describe('a dossier that is reopened', () => {
  it('asks only what the office named, and a signature', async () => {
    const { filed, work } = await askedFor();
    const draft = await reopened(work);
    expect(askedIn(draft)).toEqual(['father.nationalId', 'document.birthProof', 'signature.requester']);
    expect(draft.at).toMatchObject({ question: 'father.nationalId' });
    expect(draft.procedure).toEqual(filed.procedure);
    expect(draft.answers['mother.name']).toBe(filed.answers['mother.name']);
    expect(draft.answers['document.birthProof']).toBeUndefined();
    // A second press finds the first draft.
    expect((await reopened(work)).id).toBe(draft.id);
  });

  it('asks what has come up by a new answer, and whatever was changed stays to be mended', async () => {
    const { work } = await askedFor([{ what: 'question', id: 'birth.certificate', note: '' }]);
    const draft = await reopened(work);
    expect(askedIn(draft)).toEqual(['birth.certificate', 'signature.requester']);
    const answers = withAnswer(draft.answers, 'birth.certificate', 'no');
    const before = new Set(
      evaluate(definition, work.answers, TODAY).steps.flatMap(({ questions }) =>
        questions.map(({ question }) => question.id),
      ),
    );
    const fresh = evaluate(definition, answers, TODAY)
      .steps.flatMap(({ questions }) => questions.map(({ question }) => question.id))
      .filter((id) => !before.has(id));
    expect(fresh.length).toBeGreaterThan(0);
    expect(askedIn({ ...draft, answers })).toEqual(expect.arrayContaining(fresh));
    const renamed = withAnswer(draft.answers, 'mother.name', 'Bùi Thị Khác');
    expect(askedIn({ ...draft, answers: renamed })).toContain('mother.name');
  });
});

it('what was brought is at the office, beside what was there before', async () => {
  const { filed, work } = await askedFor();
  const draft = await answeredAndSigned(await reopened(work));
  expect(await finished(draft)).toMatchObject({ kind: 'queued', id: draft.id });
  // Killed here: it is sealed and waits, and a second press changes nothing.
  expect(await finished(draft)).toMatchObject({ kind: 'already-finished' });
  const { records } = tablet.session;
  expect(stateOfSupplement(work, records.listEntries())).toEqual({ kind: 'sent', id: draft.id });

  await tablet.sender.send();
  expect(tablet.sender.bugs).toEqual([]);
  expect(await tablet.storage.outbox.listEnvelopes()).toMatchObject([{ id: draft.id, state: 'received' }]);
  const dossier = await dossierOf(server.deps, filed.id);
  expect(dossier.state.supplement).toBe('sent');
  expect(dossier.submission.answers['father.nationalId']).toBe('038097000009');
  const [record] = await listSupplementRecords(server.deps.db, filed.id);
  expect(record?.arrived).toMatchObject({ byName: 'Vi Văn Đi', deviceName: 'Máy bản' });
  expect(record?.arrived?.changes.map(({ id, asked }) => ({ id, asked }))).toEqual([
    { id: 'father.nationalId', asked: true },
    { id: 'document.birthProof', asked: true },
  ]);
  const summary = await records.findSummary(draft.id);
  expect(summary?.submission).toMatchObject({
    provisionalReference: filed.provisionalReference,
    consents: [],
    supplements: { dossierId: filed.id, requestId: work.id },
  });
  // The one who was sent has the family's slip: they hear of the dossier, which a colleague filed, from now on.
  const heard = async () => (await tablet.storage.outbox.findOfficeState(filed.id)) ?? 'nothing';
  expect(await heard()).toMatchObject({ status: 'supplement-requested' });
  await act(server.deps, officer, filed.id, { kind: 'complete-supplement' });
  expect((await dossierOf(server.deps, filed.id)).status).toBe('registered');
  await tablet.sender.send();
  expect(await heard()).toMatchObject({ status: 'registered' });
});
