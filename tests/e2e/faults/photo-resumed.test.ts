import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SlowLink } from '../../support/line/slow-link.ts';
import { expectAllReceived, expectOneOfEach } from '../support/at-the-sender.ts';
import { answer, begin, birth, daysAgo, enrol, goOn, signAndFinish, talk } from '../support/at-the-table.ts';
import { makePicture } from '../support/picture.ts';
import { PIN } from '../support/road.ts';
import { Server } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

/** A slow line that holds; what breaks here is the tablet. Bytes a second, milliseconds. */
const LINE = { up: 48_000, down: 4_000_000, latency: 20, cutEvery: undefined };
/** Opening the app again, its signed requests and their heads; less than a quarter of the photo. */
const AROUND = 40_000;

test('the battery dies at 60 % of a photo: the photo goes on from there, with no byte sent twice', async () => {
  const server = await Server.prepare();
  await server.start();
  const line = await SlowLink.lay(LINE, Math.random, server.port);
  const url = `http://127.0.0.1:${line.port}`;
  const tablet = new Tablet(url);
  try {
    let page = await tablet.switchOn();
    await page.goto(`${url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await test.step('a birth with one large photo', async () => {
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      const story = birth({ certificate: makePicture(1, 1600, 1200), marriage: makePicture(2) }, daysAgo(12));
      const { 'document.birthProof': certificate, 'document.marriage': marriage, ...spoken } = story;
      if (certificate === undefined || marriage === undefined) throw new Error('the story needs two papers');
      expect(await talk(page, spoken)).toBe('document.birthProof');
      await answer(page, certificate);
      await goOn(page, 'document.birthProof');
      expect(await talk(page, spoken)).toBe('document.marriage');
      await answer(page, marriage);
      await goOn(page, 'document.marriage');
      await signAndFinish(page, 'signature.requester');
    });

    let broke = { size: 0, offset: 0 };
    await test.step('killed while the large one goes up', async () => {
      const sizes = await waitingSizes(page);
      const large = Math.max(...sizes);
      expect(large).toBeGreaterThan(4 * AROUND);
      await expect
        .poll(() => largestFile(join(server.dataDir, 'attachments')), { timeout: 90_000, intervals: [50] })
        .toBeGreaterThan(0.6 * large);
      await tablet.kill();
      // What was still on the way arrives or is lost; then the file stands still.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      broke = { size: large, offset: largestFile(join(server.dataDir, 'attachments')) };
      expect(broke.offset).toBeLessThan(large);
    });

    await test.step('switched on again, still locked: only what is missing goes up', async () => {
      const before = line.bytes.up;
      page = await tablet.switchOn();
      await page.goto(`${url}/`);
      const queue = await expectAllReceived(page, 90_000);
      await expectOneOfEach(server, queue);
      expect(line.bytes.up - before).toBeLessThan(broke.size - broke.offset + AROUND);
    });
  } finally {
    await tablet.throwAway();
    await line.takeAway();
    await server.throwAway();
  }
});

/** Ciphertext sizes of the photos that have no receipt yet, from the tablet's disk. */
async function waitingSizes(page: import('@playwright/test').Page): Promise<number[]> {
  return await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('ve-ban'));
    const rows = await done(
      database.transaction('outboxAttachments').objectStore('outboxAttachments').getAll(),
    );
    database.close();
    return rows
      .filter(({ state }) => state === 'waiting')
      .map(({ ciphertextSize }): number => ciphertextSize);
  });
}

function largestFile(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).size));
}
