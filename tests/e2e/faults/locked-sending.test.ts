import { expect, test } from '@playwright/test';
import {
  browserSaysOnline,
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  keptByServer,
  readQueue,
  registerPeople,
} from '../support/at-the-sender.ts';
import { lock, unlock } from '../support/at-the-table.ts';
import { onRoad, PIN } from '../support/road.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];

test('with no page of the app open and nobody unlocked, the service worker brings everything to the office', async () => {
  await onRoad(async ({ server, link, tablet, page, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'cut going up' : 'passes'));
    await registerPeople(page, NAMES);
    await lock(page);
    await page.goto('about:blank');
    expect((await keptByServer(server)).envelopes).toEqual([]);

    await test.step('the browser says that the network is back', async () => {
      link.decide(() => 'passes');
      await browserSaysOnline(tablet.context, page, url);
      await expect
        .poll(async () => (await keptByServer(server)).attachments.length, { timeout: 30_000 })
        .toBe(2);
    });

    await test.step('the next person to open the app finds it done, before the page has sent anything', async () => {
      // The worker still has to hear the last receipts.
      await expect
        .poll(() => link.passages.filter(({ path, status }) => path === '/api/sync' && status === 200).length)
        .toBeGreaterThanOrEqual(2);
      link.decide(({ path }) => (path.startsWith('/api/') ? 'cut going up' : 'passes'));
      await page.goto(`${url}/`);
      const queue = await expectAllReceived(page);
      expect(queue).toHaveLength(4);
      await expectOneOfEach(server, queue);
      await unlock(page, PIN);
      await expectNumbers(page, { waiting: 0, received: 2 });
    });
    expect(await readQueue(page)).toHaveLength(4);
  });
});
