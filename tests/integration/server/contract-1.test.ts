import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyReceipt } from '../../../src/contract/down/receipt-token.ts';
import { ErrorBody } from '../../../src/contract/errors.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, verifyAnswer } from '../../../src/contract/request-signature.ts';
import { DownMessage1 } from '../../../src/contract/upcast/version-1.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { expectEnrolment, openTrip, type Replay, sayAgain } from '../../support/server/recorded-trip.ts';

/*
 * Everything a tablet of version 1 said in one trip, recorded with the code of that time: its enrolment, envelopes (one
 * spoiled on the way), the same again after a lost answer, photos by tus and in two pieces, questions about them. This
 * server must take in all of it, and answer in words that version 1 understands.
 */

let trip: Replay;

beforeAll(async () => {
  trip = await openTrip('contract-1');
});
afterAll(() => trip.server.close());

it('what a tablet of version 1 said is taken in as it was then, and answered in its words', async () => {
  const { server, recorded, office } = trip;
  const { db, attachments } = server.deps;
  const [enrolment, ...others] = recorded.messages;
  if (enrolment === undefined) throw new Error('nothing recorded');
  await expectEnrolment(trip, enrolment);
  expect((await sayAgain(trip, enrolment)).status).toBe(200);

  const receipts = new Map<string, { readonly digest: string; readonly jws: string }>();
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
    const answer = DownMessage1.parse(JSON.parse(new TextDecoder().decode(body)));
    const before = DownMessage1.parse(JSON.parse(message.answer.body));
    expect(answer.contractVersion).toBe(1);
    expect(answer.refusals).toEqual(before.refusals);
    expect(answer.awaited).toEqual(before.awaited);
    // Envelopes are taken in side by side: which one is said first is whichever was committed first.
    const said = ({ changes }: DownMessage1) => changes.map(({ submissionId }) => submissionId).toSorted();
    expect(said(answer)).toEqual(said(before));
    expect(answer.receipts).toHaveLength(before.receipts.length);
    for (const jws of answer.receipts) {
      const verdict = await verifyReceipt(jws, [office]);
      if (verdict.kind !== 'valid') throw new Error(`a receipt does not verify: ${verdict.reason}`);
      const { id, digest } = verdict.receipt;
      // The same item gets the same receipt again, byte for byte.
      expect(receipts.get(id)?.jws ?? jws).toBe(jws);
      receipts.set(id, { digest, jws });
    }
  }

  const promised = [
    ...recorded.submissions.map(({ submission, digest }) => ({ id: submission.id, digest })),
    ...recorded.attachments.slice(0, 4).map(({ id, ciphertextDigest: digest }) => ({ id, digest })),
  ];
  expect(new Map([...receipts].map(([id, { digest }]) => [id, digest]))).toEqual(
    new Map(promised.map(({ id, digest }) => [id, digest])),
  );
  const kept = await db.selectFrom('envelopes').select(['id', 'digest']).execute();
  expect(kept).toHaveLength(3);
  const dossiers = await db.selectFrom('dossiers').select(['id', 'submission']).execute();
  const accounts = await db.selectFrom('accounts').select(['id', 'submission']).execute();
  for (const { submission } of recorded.submissions) {
    const rows = submission.kind === 'account' ? accounts : dossiers;
    expect(rows.find(({ id }) => id === submission.id)?.submission).toEqual(submission);
  }
  for (const { id } of recorded.attachments.slice(0, 4)) expect(await attachments.isWhole(id)).toBe(true);
  expect((await verifyAuditChain(db)).kind).toBe('intact');
});

it('said with a signature that does not fit is refused in its words too', async () => {
  const { recorded, office } = trip;
  const message = recorded.messages.find(({ request }) => request.path === '/api/sync');
  if (message === undefined) throw new Error('no sync recorded');
  const headers = { ...message.request.headers, [NONCE_HEADER]: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const response = await sayAgain(trip, { ...message, request: { ...message.request, headers } });
  const body = new Uint8Array(await response.arrayBuffer());
  const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
  const publicKey = office.publicKey;
  expect(await verifyAnswer({ nonce: 'AAAAAAAAAAAAAAAAAAAAAA', body, signature, publicKey })).toBe(true);
  expect(ErrorBody.parse(JSON.parse(new TextDecoder().decode(body)))).toEqual({ kind: 'unauthorized' });
});
