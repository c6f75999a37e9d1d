import { expect, test } from '@playwright/test';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  fileBirth,
  holdSending,
  keptByServer,
  NOTHING_WAITS,
  PHOTOS_OF_A_BIRTH,
  readQueue,
  registerPeople,
  sendNow,
} from '../support/at-the-sender.ts';
import { onRoad } from '../support/road.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];
/** Each person an envelope and a signature, and the birth too. */
const ITEMS = 2 * NAMES.length + 2 + PHOTOS_OF_A_BIRTH;

test('an answer lost after the commit: sent again, and one of each', async () => {
  await onRoad(async ({ server, link, page }) => {
    await holdSending(page);
    await registerPeople(page, NAMES);
    await fileBirth(page);
    expect((await readQueue(page)).map(({ state }) => state)).toEqual(Array(ITEMS).fill('waiting'));
    expect((await keptByServer(server)).envelopes).toEqual([]);

    await test.step('the office takes all in, and its answer is lost', async () => {
      link.decide(({ path }) => (path.startsWith('/api/') ? 'answer lost' : 'passes'));
      await sendNow(page);
      await expect.poll(async () => (await keptByServer(server)).names).toEqual(NAMES);
      await expect(page.getByRole('status')).toContainText('Không có mạng');
      expect(link.passages).toContainEqual({
        method: 'POST',
        path: '/api/sync',
        fate: 'answer lost',
        status: 200,
      });
      const queue = await readQueue(page);
      expect(queue.map(({ state, hasBytes }) => [state, hasBytes])).toEqual(
        Array(ITEMS).fill(['waiting', true]),
      );
    });

    await test.step('the next answer breaks off in the middle, which is no answer either', async () => {
      link.decide(({ path }) => (path.startsWith('/api/') ? 'cut coming down' : 'passes'));
      await sendNow(page);
      await expect
        .poll(() => link.passages.filter(({ fate }) => fate === 'cut coming down').length)
        .toBeGreaterThan(0);
      expect(new Set((await readQueue(page)).map(({ state }) => state))).toEqual(new Set(['waiting']));
    });

    await test.step('answers of uploads are lost too: the signed word of the next round counts', async () => {
      link.decide(({ method, path }) =>
        path.startsWith('/api/files') && method !== 'HEAD' ? 'answer lost' : 'passes',
      );
      const signatures = NAMES.length + 1;
      await sendNow(page);
      await expect
        .poll(async () => (await keptByServer(server)).attachments.length)
        .toBeGreaterThan(signatures);
      // The office has it before its answer has come as far as where it is lost.
      await expect
        .poll(() =>
          link.passages.some(({ path, fate }) => path.startsWith('/api/files') && fate === 'answer lost'),
        )
        .toBe(true);
      link.decide(() => 'passes');
      await sendNow(page);
    });

    const queue = await expectAllReceived(page);
    expect(queue).toHaveLength(ITEMS);
    await expectOneOfEach(server, queue);
    await expectNumbers(page, { waiting: 0, received: NAMES.length + 1 });
    await expect(page.getByText(NOTHING_WAITS)).toBeVisible();
  });
});
