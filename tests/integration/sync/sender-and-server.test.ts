import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMemoryDisk, openMemoryTables } from '../../../src/client/storage/memory-tables.ts';
import { createTableStorage } from '../../../src/client/storage/table-storage.ts';
import { randomBytes } from '../../../src/client/sync/browser-ports.ts';
import { createHttpTransport } from '../../../src/client/sync/http-transport.ts';
import { makeDeviceKeys } from '../../../src/client/vault/device-keys.ts';
import { exportPublicKey } from '../../../src/contract/keys.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { loadServerKeys, makeKeyFile } from '../../../src/server/keys.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { startSender } from '../../support/sync/sender.ts';
import { enrolledTablet, finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

/** The sender of the app, with its real transport, on a tablet the server knows. */
async function appOnTablet(finished: readonly Awaited<ReturnType<typeof finishedBirth>>[]) {
  const tables = openMemoryTables(createMemoryDisk());
  const storage = createTableStorage(tables, () => new Date());
  const deviceKeys = await makeDeviceKeys(tablet.deviceId);
  // The headless tablet keeps its device key to itself: the server is told of this one instead.
  await server.deps.db
    .updateTable('devices')
    .set({ public_key: await exportPublicKey(deviceKeys.requestKey.publicKey) })
    .where('id', '=', tablet.deviceId)
    .execute();
  await storage.putDeviceKeys(deviceKeys);
  const { sealingKey, receiptKey, commune, staff } = tablet.enrolment;
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
  await tables.write(async (transaction) => {
    for (const { submission, sealed, photos } of finished) {
      const { id, kind, digest, bytes } = sealed;
      const queuedAt = submission.finishedAt;
      const row = { id, kind, digest, staffId: staff.id, queuedAt, state: 'waiting' as const };
      await transaction.put('outboxEnvelopes', { ...row, size: bytes.length });
      await transaction.put('envelopeBytes', { id, bytes });
      for (const { sealed: named, ciphertext } of photos) {
        await transaction.put('outboxAttachments', {
          id: named.id,
          submissionId: id,
          staffId: staff.id,
          ciphertextDigest: named.ciphertextDigest,
          ciphertextSize: ciphertext.length,
          state: 'waiting',
        });
        await transaction.put('ciphertexts', { id: named.id, submissionId: id, bytes: ciphertext });
      }
    }
  });
  let lose = 0;
  const transport = createHttpTransport({
    origin: server.origin,
    randomBytes,
    fetch: async (...request) => {
      const response = await fetch(...request);
      if (lose > 0) {
        lose -= 1;
        await response.arrayBuffer();
        throw new TypeError('the answer was lost');
      }
      return response;
    },
  });
  const sender = startSender({ storage, transport, clock: () => Date.now() });
  return {
    sender,
    loseAnswers: (count: number) => {
      lose = count;
    },
  };
}

it('account, birth and photos reach the real server once, though answers get lost, and its changes come back', async () => {
  const account = await finishedAccount(tablet);
  const birth = await finishedBirth(tablet, { accountId: account.submission.id });
  const { sender, loseAnswers } = await appOnTablet([account, birth]);
  loseAnswers(2);
  await sender.send();
  expect(sender.bugs).toEqual([]);
  expect(sender.driver.status()).toMatchObject({ reach: 'unreachable', activity: { kind: 'waiting' } });
  for (let tries = 0; tries < 6 && (await sender.storage.outbox.counts()).waiting > 0; tries += 1) {
    await sender.elapse();
  }
  expect(sender.bugs).toEqual([]);
  expect(await sender.storage.outbox.counts()).toEqual({
    waiting: 0,
    attention: 0,
    received: 2,
    bytesWaiting: 0,
  });
  expect(sender.driver.status()).toMatchObject({
    reach: 'reached',
    activity: { kind: 'idle' },
    pausedBecause: [],
  });

  const { db, attachments } = server.deps;
  expect(await db.selectFrom('accounts').select('id').execute()).toEqual([{ id: account.submission.id }]);
  expect(await db.selectFrom('dossiers').select('id').execute()).toEqual([{ id: birth.submission.id }]);
  for (const photo of [...account.photos, ...birth.photos]) {
    expect(await attachments.read(photo.sealed.id)).toEqual(photo.ciphertext);
  }
  const changes = await sender.storage.outbox.listOfficeStates();
  expect(changes.map(({ submissionId }) => submissionId).sort()).toEqual(
    [account.submission.id, birth.submission.id].sort(),
  );
  expect((await sender.storage.findDevice())?.leases).toHaveLength(1);
});

it('a revoked tablet is told so by the office itself, and keeps what it has', async () => {
  const birth = await finishedBirth(tablet);
  const { sender } = await appOnTablet([birth]);
  const revoke = (at: Date | null) =>
    server.deps.db.updateTable('devices').set({ revoked_at: at }).where('id', '=', tablet.deviceId).execute();
  await revoke(new Date());
  await sender.send();
  expect(sender.driver.status()).toMatchObject({ reach: 'reached', pausedBecause: ['device-revoked'] });
  expect((await sender.storage.outbox.counts()).waiting).toBe(1);
  await revoke(null);
  await sender.send();
  expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
});

it('keys are rotated while a tablet is away: it believes the new ones on the word of the old, and loses nothing', async () => {
  const { deps } = server;
  const folder = join(deps.config.dataDir, 'keys');
  const rotate = async () => {
    await makeKeyFile(folder, 'receipt', new Date(deps.clock.now().getTime() + 60_000));
    Object.assign(deps, { keys: await loadServerKeys(folder, new Date()) });
    return deps.keys.receipt.all.map(({ id }) => id);
  };
  const { sender } = await appOnTablet([await finishedBirth(tablet)]);
  const trusted = async () => (await sender.storage.findDevice())?.receiptKeys.map(({ id }) => id);
  const [first] = (await trusted()) ?? [];

  const two = await rotate();
  expect(two).toHaveLength(2);
  await sender.send();
  expect(sender.driver.status().reach).toBe('reached');
  // The receipts are the new key's, and are believed in the very answer that names it.
  expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
  expect(await trusted()).toEqual(two);
  expect(two.at(-1)).toBe(first);

  // The old key is taken away: who has met the new one goes on; who was away all the time believes nobody, and keeps all.
  const ring = deps.keys.receipt;
  const all = ring.all.filter(({ id }) => id !== first);
  const find = (id: string) => all.find((key) => key.id === id);
  Object.assign(deps, { keys: { ...deps.keys, receipt: { current: ring.current, all, find } } });

  await sender.send();
  expect(await trusted()).toEqual([two[0]]);

  const away = await appOnTablet([await finishedBirth(tablet)]);
  await away.sender.send();
  expect(away.sender.driver.status().reach).toBe('unreachable');
  expect(await away.sender.storage.outbox.counts()).toMatchObject({ waiting: 1, received: 0 });
});
