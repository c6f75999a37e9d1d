import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  keptByServer,
  readQueue,
  registerPeople,
  sendNow,
} from '../support/at-the-sender.ts';
import { onRoad } from '../support/road.ts';
import type { Server } from '../support/server.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];

test('a server killed in the middle of it all, twice: one of each, and nothing waits', async () => {
  await onRoad(async ({ server, link, page }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'cut going up' : 'passes'));
    await registerPeople(page, NAMES);
    expect(await readQueue(page)).toHaveLength(4);

    await test.step('killed between the commit and the answer', async () => {
      link.decide(({ path }) => (path === '/api/sync' ? 'answer lost' : 'passes'));
      await sendNow(page);
      await expect.poll(async () => (await keptByServer(server)).names).toEqual(NAMES);
      await killAndStart(server);
      expect(new Set((await readQueue(page)).map(({ state }) => state))).toEqual(new Set(['waiting']));
    });

    await test.step('killed again while the second signature goes up', async () => {
      let uploads = 0;
      let killed: Promise<void> | undefined;
      link.decide(({ method }) => {
        if (method !== 'PATCH') return 'passes';
        uploads += 1;
        if (uploads === 1) return 'passes';
        killed ??= server.stop('SIGKILL');
        return 'cut going up';
      });
      await sendNow(page);
      await expect.poll(() => killed !== undefined, { timeout: 30_000 }).toBe(true);
      await killed;
      link.decide(() => 'passes');
      await killAndStart(server);
      const kept = await keptByServer(server);
      expect([kept.envelopes.length, kept.attachments.length]).toEqual([2, 1]);
    });

    await sendNow(page);
    const queue = await expectAllReceived(page);
    expect(queue).toHaveLength(4);
    await expectOneOfEach(server, queue);
    await expectNumbers(page, { waiting: 0, received: 2 });
  });
});

/** The server dies without a goodbye; its database lives on by itself, and the next start finds it running. */
async function killAndStart(server: Server): Promise<void> {
  await server.stop('SIGKILL');
  const [pid] = readFileSync(join(server.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  expect(() => process.kill(Number(pid), 0)).not.toThrow();
  await server.start();
}
