import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { DownMessage } from '../../../src/contract/down/down-message.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, verifyAnswer } from '../../../src/contract/request-signature.ts';
import { announceCatalogue } from '../../../src/server/commands/announce-catalogue.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { expectEnrolment, openTrip, type Replay, sayAgain } from '../../support/server/recorded-trip.ts';

/*
 * Everything a tablet of version 2 said in one trip, recorded with the code of that time: its enrolment, a stream with
 * envelopes and signatures, the same again after a lost answer, photos by tus and in two pieces, questions about them, an
 * envelope spoiled on the way, a draft kept. This server must take in all of it, and answer in words that version 2 knows.
 */

/** A catalogue in the words of version 2; it refuses one with any other, whole. */
const Catalogue2 = z.strictObject({
  kind: z.literal('catalogue'),
  cursor: z.int(),
  procedures: z.array(
    z.strictObject({
      id: z.string(),
      version: z.int(),
      state: z.enum(['current', 'superseded', 'retired']),
    }),
  ),
  languagePacks: z.array(z.unknown()),
});

let trip: Replay;

beforeAll(async () => {
  trip = await openTrip('contract-2');
});
afterAll(() => trip.server.close());

it('what a tablet of version 2 said is taken in as it was then, and answered in its words', async () => {
  const { server, recorded, office } = trip;
  const { db, attachments } = server.deps;
  await announceCatalogue(server.deps);
  const [enrolment, ...others] = recorded.messages;
  if (enrolment === undefined) throw new Error('nothing recorded');
  await expectEnrolment(trip, enrolment);
  expect((await sayAgain(trip, enrolment)).status).toBe(200);

  let catalogues = 0;
  for (const message of others) {
    const response = await sayAgain(trip, message);
    const body = new Uint8Array(await response.arrayBuffer());
    const where = `${message.request.method} ${message.request.path}`;
    expect(response.status, where).toBe(message.answer.status);
    if (message.request.path !== '/api/sync') {
      expect(response.headers.get('upload-offset'), where).toBe(
        message.answer.headers['upload-offset'] ?? null,
      );
      continue;
    }
    const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
    const nonce = message.request.headers[NONCE_HEADER] ?? '';
    expect(await verifyAnswer({ nonce, body, signature, publicKey: office.publicKey })).toBe(true);
    const answer = DownMessage.parse(JSON.parse(new TextDecoder().decode(body)));
    const before = DownMessage.parse(JSON.parse(message.answer.body));
    expect(answer.received?.items).toEqual(before.received?.items);
    expect(answer.refusals).toEqual(before.refusals);
    expect(answer.awaited).toEqual(before.awaited);
    expect(answer.backups).toEqual(before.backups);
    for (const change of answer.changes.filter(({ kind }) => kind === 'catalogue')) {
      Catalogue2.parse(change);
      catalogues += 1;
    }
  }
  expect(catalogues).toBeGreaterThan(0);

  const envelopes = await db.selectFrom('envelopes').select(['id', 'digest']).execute();
  expect(new Map(envelopes.map(({ id, digest }) => [id, digest]))).toEqual(
    new Map(recorded.submissions.map(({ submission, digest }) => [submission.id, digest])),
  );
  const dossiers = await db.selectFrom('dossiers').select(['id', 'submission']).execute();
  const accounts = await db.selectFrom('accounts').select(['id', 'submission']).execute();
  for (const { submission } of recorded.submissions) {
    const rows = submission.kind === 'account' ? accounts : dossiers;
    expect(rows.find(({ id }) => id === submission.id)?.submission).toEqual(submission);
  }
  for (const { id } of recorded.attachments) expect(await attachments.isWhole(id)).toBe(true);
  const kept = await db.selectFrom('draft_backups').select('id').execute();
  expect(kept.map(({ id }) => id)).toEqual([recorded.draft]);
  expect((await verifyAuditChain(db)).kind).toBe('intact');
});
