import { expect, test } from '@playwright/test';
import {
  browserSaysOnline,
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  fileBirth,
  keptByServer,
  PHOTOS_OF_A_BIRTH,
  readQueue,
  registerPeople,
} from '../support/at-the-sender.ts';
import { lock, unlock } from '../support/at-the-table.ts';
import { onRoad, PIN } from '../support/road.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];
/** Each person an envelope and a signature, and the birth too. */
const ITEMS = 2 * NAMES.length + 2 + PHOTOS_OF_A_BIRTH;

test('with no page of the app open and nobody unlocked, the service worker brings everything to the office', async () => {
  await onRoad(async ({ server, link, tablet, page, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await registerPeople(page, NAMES);
    await fileBirth(page);
    await lock(page);
    await page.goto('about:blank');
    expect((await keptByServer(server)).envelopes).toEqual([]);

    await test.step('the browser says that the network is back', async () => {
      link.decide(() => 'passes');
      await browserSaysOnline(tablet.context, page, url);
      await expect
        .poll(async () => (await keptByServer(server)).attachments.length, { timeout: 30_000 })
        .toBe(NAMES.length + 1 + PHOTOS_OF_A_BIRTH);
    });

    await test.step('the next person to open the app finds it done, before the page has sent anything', async () => {
      // The worker still has to hear the last receipts.
      await expect
        .poll(() => {
          const paths = link.passages.flatMap(({ path, status }) => (status === undefined ? [] : [path]));
          const lastUpload = paths.findLastIndex((path) => path.startsWith('/api/files'));
          return lastUpload >= 0 && paths.lastIndexOf('/api/sync') > lastUpload;
        })
        .toBe(true);
      link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
      await page.goto(`${url}/`);
      const queue = await expectAllReceived(page);
      expect(queue).toHaveLength(ITEMS);
      await expectOneOfEach(server, queue);
      await unlock(page, PIN);
      await expectNumbers(page, { waiting: 0, received: NAMES.length + 1 });
    });
    expect(await readQueue(page)).toHaveLength(ITEMS);
  });
});
