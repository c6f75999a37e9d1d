import { expect, type Page, test } from '@playwright/test';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  fileBirth,
  keptByServer,
  PHOTOS_OF_A_BIRTH,
  readQueue,
  sendNow,
} from '../support/at-the-sender.ts';
import { unlock } from '../support/at-the-table.ts';
import { PORTAL_TITLE } from '../support/link.ts';
import { onRoad, PIN } from '../support/road.ts';

/** A birth: its envelope, its signature, its photos. */
const ITEMS = 2 + PHOTOS_OF_A_BIRTH;
const PHOTOS_ONLY_WAIT = ['received', 'received', ...Array<string>(PHOTOS_OF_A_BIRTH).fill('waiting')];

test('a captive portal answers everything with its page: nothing is believed, nothing lost, the app goes on', async () => {
  await onRoad(async ({ server, link, tablet, page: first, url }) => {
    let page = first;
    link.decide(() => 'captive portal');
    const before = link.passages.length;

    await test.step('work goes on, and what is finished stays', async () => {
      await fileBirth(page);
      await sendNow(page);
      await expect(page.getByRole('status')).toContainText('Không có mạng');
      expect(link.passages.slice(before).map(({ path }) => path)).toContain('/api/sync');
      expect(await queueStates(page)).toEqual(Array(ITEMS).fill('waiting'));
    });

    await test.step('a cold start gets the app, not the portal; an update check brings nothing of it in', async () => {
      await tablet.kill();
      page = await tablet.switchOn();
      await page.goto(`${url}/`);
      await unlock(page, PIN);
      const passed = link.passages.length;
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => undefined);
      });
      expect(link.passages.slice(passed)).toContainEqual(
        expect.objectContaining({ path: '/sw.js', fate: 'captive portal' }),
      );
      expect(await cachedPagesNaming(page, PORTAL_TITLE)).toEqual([]);
      await page.goto(`${url}/summary/any`);
      await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
      await page.goto(`${url}/`);
      await unlock(page, PIN);
      expect(await queueStates(page)).toEqual(Array(ITEMS).fill('waiting'));
      expect((await keptByServer(server)).envelopes).toEqual([]);
    });

    await test.step('the portal stands before the photos only: the word "received" needs the office', async () => {
      link.decide(({ path }) => (path.startsWith('/api/files') ? 'captive portal' : 'passes'));
      await sendNow(page);
      await expect.poll(async () => (await queueStates(page)).toSorted()).toEqual(PHOTOS_ONLY_WAIT);
      await expect
        .poll(() => link.passages.filter(({ path }) => path.startsWith('/api/files')).length)
        .toBeGreaterThan(0);
      expect((await queueStates(page)).toSorted()).toEqual(PHOTOS_ONLY_WAIT);
      await expectNumbers(page, { waiting: 0, received: 1 });
      await expect(page.getByText(`Còn ${PHOTOS_OF_A_BIRTH} ảnh chờ gửi`)).toBeVisible();
    });

    await test.step('the portal goes, and all arrives', async () => {
      link.decide(() => 'passes');
      await sendNow(page);
      const queue = await expectAllReceived(page);
      expect(queue).toHaveLength(ITEMS);
      await expectOneOfEach(server, queue);
      await expectNumbers(page, { waiting: 0, received: 1 });
      await expect(page.getByRole('status')).toContainText('Văn phòng trả lời lúc');
    });
  });
});

const queueStates = async (page: Page) => (await readQueue(page)).map(({ state }) => state);

/** Addresses of cached answers that hold `words`. */
function cachedPagesNaming(page: Page, words: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        if ((await answer?.text())?.includes(wanted)) found.push(request.url);
      }
    }
    return found;
  }, words);
}
