import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { openDatabase } from '../../../src/server/storage/connection.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { type Spawned, spawnTypescript } from '../../support/server/spawn-typescript.ts';
import { finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

const SCRIPT = 'tests/support/server/killable-server.ts';
const Ready = z.object({ origin: z.string(), code: z.string().optional() });

let directory: string;
let server: Spawned | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 've-ban-kill-'));
  await chmod(directory, 0o711);
});
afterAll(async () => {
  server?.process.kill('SIGTERM');
  await server?.ended;
  await rm(directory, { recursive: true, force: true });
});

async function start() {
  server = await spawnTypescript(SCRIPT, [], {
    DATA_DIR: join(directory, 'data'),
    KILL_FILE: join(directory, 'kill'),
  });
  return Ready.parse(JSON.parse(server.firstLine));
}

it('a server killed between commit and answer, and started again, keeps each item once and gives its receipt', async () => {
  const first = await start();
  const tablet = new HeadlessTablet(first.origin);
  expect((await tablet.enrol(first.code ?? '', 'Máy 1')).ok).toBe(true);
  const account = await finishedAccount(tablet);
  const birth = await finishedBirth(tablet, { accountId: account.submission.id });
  const round = [account.sealed, birth.sealed];

  await writeFile(join(directory, 'kill'), '');
  await expect(tablet.sync(round)).rejects.toThrow();
  await server?.ended;
  expect(server?.process.signalCode).toBe('SIGKILL');

  const second = await start();
  Object.assign(tablet, { origin: second.origin });
  const answer = await tablet.sync(round);
  expect([answer.receipts.length, answer.refusals]).toEqual([2, []]);
  // Envelopes are taken in side by side: which one is said first is whichever was committed first.
  const said = answer.changes.flatMap((change) => ('submissionId' in change ? [change.submissionId] : []));
  expect(said.toSorted()).toEqual(round.map(({ id }) => id).toSorted());
  expect((await tablet.sync(round)).receipts).toEqual(answer.receipts);

  const connection = { host: join(directory, 'data/postgres'), user: 've_ban', database: 'postgres' };
  const { db, close } = openDatabase(connection, () => undefined);
  const kept = await Promise.all(
    (['envelopes', 'accounts', 'dossiers'] as const).map((table) =>
      db.selectFrom(table).select('id').execute(),
    ),
  );
  const received = await db
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', 'envelope-received')
    .execute();
  const verdict = await verifyAuditChain(db);
  await close();
  expect(kept.map((rows) => rows.length)).toEqual([2, 1, 1]);
  expect(received).toHaveLength(2);
  expect(verdict.kind).toBe('intact');
});
