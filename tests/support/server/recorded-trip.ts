import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { importPublicKey, type NamedPublicKey } from '../../../src/contract/keys.ts';
import { redeemEnrolment } from '../../../src/contract/operations/enrolment.ts';
import { hashEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { loadServerKeys } from '../../../src/server/keys.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { insertEnrolmentCode } from '../../../src/server/storage/enrolment-codes.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

/*
 * What a tablet of an older version said in one trip, recorded with the code of that time, and a server of today with the
 * keys of then, so that it can be said again, byte for byte.
 */

const Recorded = z.object({
  at: z.iso.datetime(),
  keys: z.record(z.string(), z.looseObject({})),
  staff: z.object({ id: z.uuid(), commune: z.string() }),
  submissions: z.array(
    z.object({ submission: z.looseObject({ id: z.uuid(), kind: z.string() }), digest: z.string() }),
  ),
  attachments: z.array(z.object({ id: z.uuid(), ciphertextDigest: z.string() })),
  /** A draft whose backup was sent; version 1 had none. */
  draft: z.uuid().optional(),
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
export type RecordedTrip = z.infer<typeof Recorded>;
export type RecordedMessage = RecordedTrip['messages'][number];

export interface Replay {
  readonly server: TestApp;
  readonly recorded: RecordedTrip;
  /** What receipts of then were signed with, and those of this server are. */
  readonly office: NamedPublicKey;
}

export async function openTrip(contract: 'contract-1' | 'contract-2'): Promise<Replay> {
  const file = new URL(`../../fixtures/${contract}/recorded.json`, import.meta.url);
  const recorded = Recorded.parse(JSON.parse(await readFile(file, 'utf8')));
  const server = await buildTestApp();
  server.setTime(recorded.at);
  const folder = join(server.deps.config.dataDir, 'recorded-keys');
  await loadServerKeys(folder, new Date(recorded.at));
  for (const [name, key] of Object.entries(recorded.keys))
    await writeFile(join(folder, name), JSON.stringify({ ...key, createdAt: '2999-01-01T00:00:00Z' }));
  Object.assign(server.deps, { keys: await loadServerKeys(folder, new Date(recorded.at)) });
  const office = await importPublicKey(server.deps.keys.receipt.current.rawPublicKey, 'signing');
  if (office === undefined) throw new Error('recorded key is damaged');
  return { server, recorded, office };
}

/** Says one message again. */
export async function sayAgain({ server }: Replay, { request }: RecordedMessage): Promise<Response> {
  const { method, path, headers, body } = request;
  return fetch(`${server.origin}${path}`, {
    method,
    headers,
    body: body === null ? null : new Uint8Array(Buffer.from(body, 'base64')),
  });
}

/** Puts the staff member and the code of then into this server, so that the recorded enrolment goes through. */
export async function expectEnrolment({ server, recorded }: Replay, message: RecordedMessage): Promise<void> {
  const { db } = server.deps;
  const { id, commune } = recorded.staff;
  const [admin] = await db.selectFrom('staff').selectAll().execute();
  if (admin === undefined) throw new Error('no staff');
  await db
    .insertInto('staff')
    .values({ ...admin, id, commune, login: 'recorded' })
    .execute();
  const said = Buffer.from(message.request.body ?? '', 'base64').toString();
  const asked = redeemEnrolment.body?.parse(JSON.parse(said));
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
}
