import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { verifyReceipt } from '../../../src/contract/down/receipt-token.ts';
import { ErrorBody } from '../../../src/contract/errors.ts';
import { importPublicKey, type NamedPublicKey } from '../../../src/contract/keys.ts';
import { redeemEnrolment } from '../../../src/contract/operations/enrolment.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, verifyAnswer } from '../../../src/contract/request-signature.ts';
import { DownMessage1 } from '../../../src/contract/upcast/version-1.ts';
import { hashEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { loadServerKeys } from '../../../src/server/keys.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { insertEnrolmentCode } from '../../../src/server/storage/enrolment-codes.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';

/*
 * Everything a tablet of version 1 said in one trip, recorded with the code of that time: its enrolment, envelopes (one
 * spoiled on the way), the same again after a lost answer, photos by tus and in two pieces, questions about them. This
 * server must take in all of it, and answer in words that version 1 understands.
 */

const FIXTURE = new URL('../../fixtures/contract-1/recorded.json', import.meta.url);
const Recorded = z.object({
  at: z.iso.datetime(),
  keys: z.record(z.string(), z.unknown()),
  staff: z.object({ id: z.uuid(), commune: z.string() }),
  submissions: z.array(
    z.object({ submission: z.looseObject({ id: z.uuid(), kind: z.string() }), digest: z.string() }),
  ),
  attachments: z.array(z.object({ id: z.uuid(), ciphertextDigest: z.string() })),
  messages: z.array(
    z.object({
      request: z.object({
        method: z.string(),
        path: z.string(),
        headers: z.record(z.string(), z.string()),
        body: z.string().nullable(),
      }),
      answer: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }),
    }),
  ),
});
type Recorded = z.infer<typeof Recorded>;
type Message = Recorded['messages'][number];

let server: TestApp;
let recorded: Recorded;
let office: NamedPublicKey;

beforeAll(async () => {
  recorded = Recorded.parse(JSON.parse(await readFile(FIXTURE, 'utf8')));
  server = await buildTestApp();
  server.setTime(recorded.at);
  const folder = join(server.deps.config.dataDir, 'recorded-keys');
  await loadServerKeys(folder, new Date(recorded.at));
  for (const [name, key] of Object.entries(recorded.keys))
    await writeFile(
      join(folder, name),
      JSON.stringify({ ...asObject(key), createdAt: '2999-01-01T00:00:00Z' }),
    );
  Object.assign(server.deps, { keys: await loadServerKeys(folder, new Date(recorded.at)) });
  const { rawPublicKey } = server.deps.keys.receipt.current;
  const key = await importPublicKey(rawPublicKey, 'signing');
  if (key === undefined) throw new Error('recorded key is damaged');
  office = key;
});
afterAll(() => server.close());

function asObject(value: unknown): object {
  return z.looseObject({}).parse(value);
}

async function replay({ request }: Message): Promise<Response> {
  const { method, path, headers, body } = request;
  return fetch(`${server.origin}${path}`, {
    method,
    headers,
    body: body === null ? null : new Uint8Array(Buffer.from(body, 'base64')),
  });
}

it('what a tablet of version 1 said is taken in as it was then, and answered in its words', async () => {
  const { db, attachments } = server.deps;
  const [enrolment, ...others] = recorded.messages;
  if (enrolment === undefined) throw new Error('nothing recorded');
  const { id, commune } = recorded.staff;
  const [admin] = await db.selectFrom('staff').selectAll().execute();
  if (admin === undefined) throw new Error('no staff');
  await db
    .insertInto('staff')
    .values({ ...admin, id, commune, login: 'recorded' })
    .execute();
  const asked = redeemEnrolment.body?.parse(
    JSON.parse(Buffer.from(enrolment.request.body ?? '', 'base64').toString()),
  );
  await inTransaction(db, (trx) =>
    insertEnrolmentCode(trx, {
      codeHash: hashEnrolmentCode(asked?.code ?? ''),
      staffId: id,
      commune,
      createdBy: null,
      createdAt: new Date(recorded.at),
      expiresAt: new Date('2999-01-01T00:00:00Z'),
    }),
  );
  expect((await replay(enrolment)).status).toBe(200);

  const receipts = new Map<string, { readonly digest: string; readonly jws: string }>();
  for (const message of others) {
    const response = await replay(message);
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
    expect(answer.changes.map((change) => change.submissionId)).toEqual(
      before.changes.map((change) => change.submissionId),
    );
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
  const message = recorded.messages.find(({ request }) => request.path === '/api/sync');
  if (message === undefined) throw new Error('no sync recorded');
  const headers = { ...message.request.headers, [NONCE_HEADER]: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const response = await replay({ ...message, request: { ...message.request, headers } });
  const body = new Uint8Array(await response.arrayBuffer());
  const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
  const publicKey = office.publicKey;
  expect(await verifyAnswer({ nonce: 'AAAAAAAAAAAAAAAAAAAAAA', body, signature, publicKey })).toBe(true);
  expect(ErrorBody.parse(JSON.parse(new TextDecoder().decode(body)))).toEqual({ kind: 'unauthorized' });
});
