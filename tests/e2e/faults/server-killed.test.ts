import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  fileBirth,
  holdSending,
  keptByServer,
  PHOTOS_OF_A_BIRTH,
  readQueue,
  registerPeople,
  sendNow,
} from '../support/at-the-sender.ts';
import { onRoad } from '../support/road.ts';
import type { Server } from '../support/server.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];
const LATER = 'Hà Thị Sen';

test('a server killed in the middle of it all, three times: one of each, and nothing waits', async () => {
  await onRoad(async ({ server, link, page }) => {
    await holdSending(page);
    await registerPeople(page, NAMES);
    await fileBirth(page);
    expect(await readQueue(page)).toHaveLength(2 * NAMES.length + 2 + PHOTOS_OF_A_BIRTH);

    await test.step('killed between the commit and the answer', async () => {
      link.decide(({ path }) => (path === '/api/sync' ? 'answer lost' : 'passes'));
      await sendNow(page);
      await expect.poll(async () => (await keptByServer(server)).names).toEqual(NAMES);
      await killAndStart(server);
      expect(new Set((await readQueue(page)).map(({ state }) => state))).toEqual(new Set(['waiting']));
    });

    await test.step('killed again while the second photo goes up', async () => {
      let photos = 0;
      link.decide(({ method, path }) => {
        if (method !== 'POST' || !path.startsWith('/api/files')) return 'passes';
        photos += 1;
        return photos === PHOTOS_OF_A_BIRTH ? 'stalls going up' : 'passes';
      });
      await sendNow(page);
      await expect.poll(() => bytesOfTheLastPhoto(server), { timeout: 30_000 }).toBeGreaterThan(0);
      await killAndStart(server);
      const before = link.passages.length;
      link.decide(() => 'passes');
      const kept = await keptByServer(server);
      expect([kept.envelopes.length, kept.attachments.length]).toEqual([
        NAMES.length + 1,
        NAMES.length + PHOTOS_OF_A_BIRTH,
      ]);
      await sendNow(page);
      await expectAllReceived(page);
      const created = link.passages
        .slice(before)
        .filter(({ method, status }) => method === 'POST' && status === 201);
      expect(created, 'the photo goes on, it does not begin anew').toEqual([]);
    });

    await test.step('killed again in the middle of the stream that carries dossiers', async () => {
      await holdSending(page);
      await registerPeople(page, [LATER]);
      link.decide(({ path }) => (path === '/api/sync' ? 'stalls going up' : 'passes'));
      await sendNow(page);
      await expect.poll(async () => (await keptByServer(server)).names).toContain(LATER);
      await killAndStart(server);
      expect((await readQueue(page)).filter(({ hasBytes }) => hasBytes).map(({ state }) => state)).toEqual([
        'waiting',
        'waiting',
      ]);
      link.decide(() => 'passes');
    });

    await sendNow(page);
    const queue = await expectAllReceived(page);
    expect(queue).toHaveLength(2 * NAMES.length + 4 + PHOTOS_OF_A_BIRTH);
    await expectOneOfEach(server, queue);
    await expectNumbers(page, { waiting: 0, received: NAMES.length + 2 });
  });
});

/** The server dies without a goodbye; its database lives on by itself, and the next start finds it running. */
async function killAndStart(server: Server): Promise<void> {
  await server.stop('SIGKILL');
  const [pid] = readFileSync(join(server.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  expect(() => process.kill(Number(pid), 0)).not.toThrow();
  await server.start();
}

/** How much the office has of the one photo that it still awaits; none where it awaits more. */
async function bytesOfTheLastPhoto(server: Server): Promise<number> {
  const awaited = await server.query<{ id: string }>(`select id from attachments where state <> 'stored'`);
  const [last] = awaited;
  if (awaited.length !== 1 || last === undefined) return 0;
  return statSync(join(server.dataDir, 'attachments', last.id), { throwIfNoEntry: false })?.size ?? 0;
}
