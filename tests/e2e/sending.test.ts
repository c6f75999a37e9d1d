import { expect, type Page, test } from '@playwright/test';
import { SlowLink } from '../support/line/slow-link.ts';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  registerPeople,
} from './support/at-the-sender.ts';
import { enrol, unlock } from './support/at-the-table.ts';
import { PIN } from './support/road.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

/** Bytes a second, milliseconds. */
const LINE = { up: 40_000, down: 4_000_000, latency: 10, cutEvery: undefined };
/** So slow that a few kilobytes are on the way for minutes: whoever watches them is never too late. */
const CRAWL = 200;
const NAMES = ['Lò Thị Mai', 'Lương Văn Bình', 'Hà Thị Nụ'];
const hold = (page: Page) => page.getByRole('button', { name: 'Tạm dừng gửi' });

test('sending is held, waits for Wi-Fi, is sent anyway, shows how far it is, and a reload forgets no wish', async () => {
  const server = await Server.prepare();
  await server.start();
  const line = await SlowLink.lay(LINE, Math.random, server.port);
  const url = `http://127.0.0.1:${line.port}`;
  const tablet = new Tablet(url);
  try {
    const page = await tablet.switchOn();
    // A desktop's Chromium does not say what network it is on, an Android tablet's does: here, mobile data.
    await tablet.context.addInitScript(() => {
      const connection = Object.assign(new EventTarget(), { type: 'cellular' });
      Object.defineProperty(navigator, 'connection', { configurable: true, value: connection });
    });
    await page.goto(`${url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });

    await test.step('held by hand, and still held when the app is opened again', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await hold(page).click();
      await expect(page.getByRole('button', { name: 'Gửi tiếp' })).toBeVisible();
      await page.getByRole('radio', { name: 'Chỉ gửi khi có Wi-Fi' }).click();
      await expect(page.getByRole('radio', { name: 'Chỉ gửi khi có Wi-Fi' })).toBeChecked();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await registerPeople(page, NAMES);
      await page.reload();
      await unlock(page, PIN);
      await expect(page.getByText('Đang tạm dừng gửi. Hồ sơ vẫn giữ nguyên trên máy.')).toBeVisible();
      expect(await server.query('select id from envelopes')).toEqual([]);
    });

    await test.step('let go, it waits for Wi-Fi and says so, with the way round it one press away', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('button', { name: 'Gửi tiếp' }).click();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await expect(page.getByText(/^Đang chờ Wi-Fi/)).toBeVisible();
      await expectNumbers(page, { waiting: NAMES.length, received: 0 });
      expect(await server.query('select id from envelopes')).toEqual([]);
    });

    await test.step('sent anyway: a bar and words say how far it is; it can be held in the middle', async () => {
      line.carryUp(CRAWL);
      await page.getByRole('button', { name: 'Gửi luôn bằng mạng di động' }).click();
      await expect(page.getByRole('progressbar')).toBeVisible();
      await hold(page).click();
      await expect(page.getByText('Đang tạm dừng gửi. Hồ sơ vẫn giữ nguyên trên máy.')).toBeVisible();
      line.carryUp(LINE.up);
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
    });

    await test.step('everything is there once, and the next round waits for Wi-Fi again', async () => {
      await expectOneOfEach(server, await expectAllReceived(page, 60_000));
      await expect(page.getByText('Chờ Wi-Fi để gửi')).toBeVisible();
    });
  } finally {
    await tablet.throwAway();
    await line.takeAway();
    await server.throwAway();
  }
});
